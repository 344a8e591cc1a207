package dev.xiaoer.gateway;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Notices that this node was asleep: a machine paused, a very long collection of garbage. What it believes is then out
/// of date, and the agents' leases have ended. It sends its sockets away and starts clean, under a new name.
final class NodeWatch {

  private static final Logger LOG = System.getLogger(NodeWatch.class.getName());

  /// @param lease how long a node may be asleep and still trust what it knows
  /// @param every how often it looks
  @ConfigurationProperties("desk.node")
  record NodeSettings(@DefaultValue("6s") Duration lease, @DefaultValue("2s") Duration every) {}

  private final Visits visits;
  private final Hub hub;
  private final Ids ids;
  private final NodeSettings settings;
  private final LongSupplier nanoTime;
  private long lastTick;

  NodeWatch(Visits visits, Hub hub, Ids ids, NodeSettings settings, LongSupplier nanoTime) {
    this.visits = visits;
    this.hub = hub;
    this.ids = ids;
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.lastTick = nanoTime.getAsLong();
  }

  /// One thread only.
  void tick() {
    long now = nanoTime.getAsLong();
    Duration asleep = Duration.ofNanos(now - lastTick);
    lastTick = now;
    if (asleep.compareTo(settings.lease()) > 0) {
      LOG.log(Level.WARNING, "this node was asleep for {0}: it starts clean", asleep);
      visits.closeAll();
      hub.startAnew(ids.next());
    }
  }
}
