package dev.xiaoer.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Goes first when the server stops: says good-bye to every socket, spread over a while, so that the other nodes are not
/// run over. What is being written is finished by those who stop later.
@Component
class Drain implements SmartLifecycle {

  /// @param over how long the good-byes are spread when there are many sockets
  /// @param perSocket at most this much for each
  /// @param comeBackWithin clients come back at a random time within this
  @ConfigurationProperties("desk.drain")
  record DrainSettings(@DefaultValue("15s") Duration over, @DefaultValue("20ms") Duration perSocket,
      @DefaultValue("3s") Duration comeBackWithin) {}

  private final Visits visits;
  private final DrainSettings settings;
  private volatile boolean running;

  Drain(Visits visits, DrainSettings settings) {
    this.visits = visits;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      visits.seeOff(settings.over().toMillis(), settings.perSocket().toMillis(), settings.comeBackWithin().toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
