package dev.xiaoer.redis;

import dev.xiaoer.redis.Servers.Lane;
import java.util.concurrent.atomic.AtomicBoolean;

/// A connection that is made anew when the server at its other end hangs or is no longer in charge.
final class HeldLane {
  private final Servers servers;
  private final AtomicBoolean connecting = new AtomicBoolean();
  private volatile Lane lane;
  private volatile boolean closed;

  HeldLane(Servers servers, Lane lane) {
    this.servers = servers;
    this.lane = lane;
  }

  Lane now() {
    return lane;
  }

  /// A server that was replaced by another, or that hangs, keeps its connections open; they are left for new ones.
  /// Closed ones are opened again by Lettuce, at the server that is in charge then.
  void connectAnew() {
    if (servers.refresh() || !lane.isOpen() || !connecting.compareAndSet(false, true)) {
      return;
    }
    servers.connect().whenComplete((made, error) -> {
      if (made != null) {
        Lane old = lane;
        lane = made;
        old.close();
        if (closed) {
          made.close();
        }
      }
      connecting.set(false);
    });
  }

  void close() {
    closed = true;
    lane.close();
  }
}
