package dev.xiaoer.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EpollProvider;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How every Lettuce connection of the desk behaves, Spring Session's too (the delivery contract, section 8).
final class LettuceOptions {
  /// How many commands may be unanswered at once; by itself Lettuce holds any number.
  private static final int QUEUE = 10_000;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration DEAD_PEER = Duration.ofSeconds(5);
  private static final Duration TOPOLOGY = Duration.ofSeconds(15);

  private LettuceOptions() {}

  /// Commands are refused, not kept, while there is no connection, and those in flight fail when it is lost: nothing is
  /// sent twice by itself.
  static void apply(ClientOptions.Builder options, Duration timeout) {
    options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS).replayFilter(command -> true)
        .requestQueueSize(QUEUE).pingBeforeActivateConnection(true).timeoutOptions(TimeoutOptions.enabled(timeout))
        .socketOptions(sockets());
    if (options instanceof ClusterClientOptions.Builder cluster) {
      cluster.validateClusterNodeMembership(false).topologyRefreshOptions(topology());
    }
  }

  private static SocketOptions sockets() {
    var sockets = SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true);
    if (EpollProvider.isAvailable()) {
      sockets.tcpUserTimeout(TcpUserTimeoutOptions.builder().enable().tcpUserTimeout(DEAD_PEER).build());
    }
    return sockets.build();
  }

  private static ClusterTopologyRefreshOptions topology() {
    return ClusterTopologyRefreshOptions.builder().enablePeriodicRefresh(TOPOLOGY)
        .adaptiveRefreshTriggersTimeout(Duration.ofSeconds(1)).build();
  }

  /// By itself Lettuce waits up to 30 s between attempts; a Redis that is back should be used within one.
  static void apply(ClientResources.Builder resources) {
    resources.reconnectDelay(() -> Delay.fullJitter(Duration.ofMillis(50), Duration.ofSeconds(1), 50,
        TimeUnit.MILLISECONDS));
  }
}
