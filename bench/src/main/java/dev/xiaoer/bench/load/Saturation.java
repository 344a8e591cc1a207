package dev.xiaoer.bench.load;

import java.util.concurrent.TimeoutException;

/// Every buyer has so many messages under way all the time: what the server can carry.
public final class Saturation implements Load {

  private final Crowd crowd;
  private final int phase;
  private final int inFlight;
  private boolean running;
  private int said;
  private long acknowledged;
  private long delivered;

  /// How far it is: two readings and the time between give a rate.
  public record Count(long said, long acknowledged, long delivered, long nanos) {}

  public Saturation(Crowd crowd, int phase, int inFlight) {
    this.crowd = crowd;
    this.phase = phase;
    this.inFlight = inFlight;
  }

  public void start() throws InterruptedException, TimeoutException {
    crowd.generator().call(() -> {
      crowd.carries(this);
      running = true;
      for (Wire buyer : crowd.buyers()) {
        for (int i = 0; i < inFlight; i++) {
          say(buyer);
        }
      }
      return true;
    });
  }

  public Count count() throws InterruptedException, TimeoutException {
    return crowd.generator().call(() -> new Count(said, acknowledged, delivered, System.nanoTime()));
  }

  /// Says nothing more; what is under way still comes and is counted.
  public void stop() throws InterruptedException, TimeoutException {
    crowd.generator().call(() -> running = false);
  }

  private void say(Wire buyer) {
    buyer.say(phase, said);
    said++;
  }

  @Override
  public void acknowledged(Wire buyer, int ofPhase, int number) {
    if (ofPhase == phase) {
      acknowledged++;
      if (running) {
        say(buyer);
      }
    }
  }

  @Override
  public void delivered(int ofPhase, int number) {
    if (ofPhase == phase) {
      delivered++;
    }
  }
}
