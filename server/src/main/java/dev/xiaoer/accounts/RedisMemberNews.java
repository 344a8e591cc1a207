package dev.xiaoer.accounts;

import dev.xiaoer.redis.RedisLink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Over Redis' publish and subscribe, this node included.
@Component
class RedisMemberNews implements MemberNews, DisposableBean {

  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final RedisLink link;
  private final RedisLink.Subscription subscription;

  RedisMemberNews(RedisLink link) {
    this.link = link;
    this.subscription = link.subscribe(StaffKeys.CHANGED, this::heard);
  }

  @Override
  public void tell(String staffId) {
    link.publish(StaffKeys.CHANGED, staffId).toCompletableFuture().join();
  }

  @Override
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  @Override
  public void destroy() {
    subscription.close();
  }

  private void heard(String staffId) {
    listeners.forEach(listener -> listener.accept(staffId));
  }
}
