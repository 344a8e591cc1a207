package dev.xiaoer.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// Buyers write at a fixed rate, in turn, whether or not they are answered.
public final class OpenLoop implements Load {

  /// How long after the last message what is under way is waited for.
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long CHECK_NS = 20_000_000;

  private final Crowd crowd;
  private final int phase;
  private final int perSecond;
  private final int uncounted;
  private final int messages;
  private final Schedule schedule;
  private final Latencies acknowledged;
  private final Latencies delivered;
  private int said;

  /// @param carriedPerSecond messages delivered per second of the scheduled time
  /// @param missing said, and not delivered or not acknowledged when the patience ended
  /// @param repeated delivered more than once
  public record Result(
      double deliveryP50Ms,
      double deliveryP99Ms,
      double ackP50Ms,
      double ackP99Ms,
      double carriedPerSecond,
      int missing,
      int repeated) {}

  /// @param lead runs before what is told, at the same rate
  public OpenLoop(Crowd crowd, int phase, int perSecond, Duration lead, Duration told) {
    this.crowd = crowd;
    this.phase = phase;
    this.perSecond = perSecond;
    uncounted = (int) (perSecond * lead.toMillis() / 1000);
    messages = uncounted + (int) (perSecond * told.toMillis() / 1000);
    schedule = Schedule.from(System.nanoTime(), perSecond);
    acknowledged = new Latencies(schedule, uncounted);
    delivered = new Latencies(schedule, uncounted);
  }

  public Result run() throws InterruptedException, TimeoutException {
    crowd.generator().call(() -> {
      crowd.carries(this);
      return true;
    });
    schedule.keep(messages, crowd.generator(), this::sayUpTo);
    long scheduled = System.nanoTime();
    int inTime = crowd.generator().call(delivered::count);
    while (System.nanoTime() - scheduled < PATIENCE.toNanos() && !crowd.generator().call(this::isComplete)) {
      LockSupport.parkNanos(CHECK_NS);
    }
    return crowd.generator().call(() -> result(inTime));
  }

  private void sayUpTo(int due) {
    int buyers = crowd.buyers().size();
    while (said < due) {
      crowd.buyers().get(said % buyers).say(phase, said);
      said++;
    }
  }

  private boolean isComplete() {
    return said == messages && delivered.count() == messages && acknowledged.count() == messages;
  }

  private Result result(int inTime) {
    long now = System.nanoTime();
    int missing = messages - Math.min(delivered.count(), acknowledged.count());
    delivered.end(messages, now);
    acknowledged.end(messages, now);
    crowd.carries(Load.NONE);
    return new Result(
        delivered.percentileMs(50),
        delivered.percentileMs(99),
        acknowledged.percentileMs(50),
        acknowledged.percentileMs(99),
        (double) inTime * perSecond / messages,
        missing,
        delivered.repeated());
  }

  @Override
  public void acknowledged(Wire buyer, int ofPhase, int number) {
    if (ofPhase == phase) {
      acknowledged.came(number, System.nanoTime());
    }
  }

  @Override
  public void delivered(int ofPhase, int number) {
    if (ofPhase == phase) {
      delivered.came(number, System.nanoTime());
    }
  }
}
