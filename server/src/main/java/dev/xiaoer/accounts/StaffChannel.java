package dev.xiaoer.accounts;

import dev.xiaoer.redis.RedisLink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Names members of the staff to every node, over Redis' publish and subscribe, this node included: what reaches the
/// others reaches us the same way.
final class StaffChannel implements AutoCloseable {

  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final RedisLink link;
  private final String name;
  private final RedisLink.Subscription subscription;

  StaffChannel(RedisLink link, String name) {
    this.link = link;
    this.name = name;
    this.subscription = link.subscribe(name, this::heard);
  }

  void tell(String staffId) {
    link.publish(name, staffId).toCompletableFuture().join();
  }

  void listen(Consumer<String> listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    subscription.close();
  }

  private void heard(String staffId) {
    listeners.forEach(listener -> listener.accept(staffId));
  }
}
