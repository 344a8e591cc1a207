package dev.xiaoer.redis;

import dev.xiaoer.redis.Servers.Ear;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who listens to which channel, over one connection of its own that is made anew when it no longer answers.
///
/// A lost connection, a moved slot and a failed SUBSCRIBE are all mended by the same look, once a second: what is
/// wanted and not confirmed is subscribed again.
final class RedisChannels implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RedisChannels.class);

  private final Servers servers;
  private final Map<String, List<Consumer<String>>> wanted = new ConcurrentHashMap<>();
  private volatile @Nullable Ear ear;
  private boolean connecting;
  private boolean closed;

  RedisChannels(Servers servers) {
    this.servers = servers;
  }

  RedisLink.Subscription subscribe(String channel, Consumer<String> listener) {
    wanted.compute(channel, (name, listeners) -> {
      List<Consumer<String>> all = listeners == null ? new CopyOnWriteArrayList<>() : listeners;
      all.add(listener);
      return all;
    });
    mend();
    return () -> unsubscribe(channel, listener);
  }

  private void unsubscribe(String channel, Consumer<String> listener) {
    wanted.computeIfPresent(channel, (name, listeners) -> {
      listeners.remove(listener);
      return listeners.isEmpty() ? null : listeners;
    });
    Ear now = ear;
    if (now != null && !wanted.containsKey(channel)) {
      now.unsubscribe(channel);
    }
  }

  private void heard(String channel, String message) {
    for (Consumer<String> listener : wanted.getOrDefault(channel, List.of())) {
      try {
        listener.accept(message);
      } catch (RuntimeException e) {
        log.error("a listener of {} failed", channel, e);
      }
    }
  }

  /// Looks whether the other end still answers, and subscribes what is wanted and not confirmed.
  void mend() {
    Ear now = ear;
    if (now == null) {
      connect();
      return;
    }
    now.ping().whenComplete((pong, error) -> {
      if (error == null) {
        subscribeMissing(now);
      } else {
        lost(now);
      }
    });
  }

  private void subscribeMissing(Ear now) {
    for (String channel : wanted.keySet()) {
      if (!now.hears(channel)) {
        now.subscribe(channel).exceptionally(error -> {
          log.warn("cannot subscribe to {} yet: {}", channel, error.toString());
          return null;
        });
      }
    }
  }

  private synchronized void connect() {
    if (connecting || closed || ear != null || wanted.isEmpty()) {
      return;
    }
    connecting = true;
    servers.listen(this::heard).whenComplete(this::connected);
  }

  private void connected(@Nullable Ear made, @Nullable Throwable error) {
    synchronized (this) {
      connecting = false;
      if (made == null) {
        log.warn("cannot listen to Redis yet: {}", String.valueOf(error));
        return;
      }
      if (closed) {
        made.close();
        return;
      }
      ear = made;
    }
    subscribeMissing(made);
  }

  private void lost(Ear old) {
    synchronized (this) {
      if (!old.equals(ear)) {
        return;
      }
      ear = null;
    }
    old.close();
    connect();
  }

  @Override
  public void close() {
    Ear now;
    synchronized (this) {
      closed = true;
      now = ear;
      ear = null;
    }
    if (now != null) {
      now.close();
    }
  }
}
