package dev.xiaoer.gateway;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What the doors do again and again.
@Component
@ConditionalOnProperty(name = "desk.ticking", matchIfMissing = true)
class SocketSchedule {

  private final Visits visits;
  private final NodeWatch watch;

  SocketSchedule(Visits visits, NodeWatch watch) {
    this.visits = visits;
    this.watch = watch;
  }

  @Scheduled(fixedDelay = 1_000)
  void closeStrangers() {
    visits.closeStrangers();
  }

  @Scheduled(fixedDelayString = "${desk.node.every:2s}")
  void watchThisNode() {
    watch.tick();
  }

  @Configuration(proxyBeanMethods = false)
  static class Watch {
    @Bean
    NodeWatch nodeWatch(Visits visits, Hub hub, Ids ids, NodeWatch.NodeSettings settings) {
      return new NodeWatch(visits, hub, ids, settings, System::nanoTime);
    }
  }
}
