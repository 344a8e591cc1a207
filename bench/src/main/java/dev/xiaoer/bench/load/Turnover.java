package dev.xiaoer.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// Agents end conversations at a fixed rate, in turn, and as many buyers come: as many wait at the end as at the beginning,
/// and whoever is first in line gets the place. Told is the time from the instant a place was meant to become free.
public final class Turnover implements Load {

  /// How long after the last end what is under way is waited for.
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long CHECK_NS = 5_000_000;

  private final Crowd crowd;
  private final int phase;
  private final int ends;
  private final int newcomer;
  private final Schedule schedule;
  private final Latencies told;
  private final Latencies heard;
  private int said;

  /// @param toldP50Ms from a free place to the buyer who is told of it
  /// @param heardP50Ms from a buyer's first words to the answer that they were heard
  /// @param assigned buyers who were told
  /// @param missing places of which nobody was told when the patience ended
  public record Result(double toldP50Ms, double toldP99Ms, double heardP50Ms, double heardP99Ms, int assigned,
      int missing) {}

  /// @param newcomer the first of the crowd's buyers who comes
  public Turnover(Crowd crowd, int phase, int perSecond, Duration time, int newcomer) {
    this.crowd = crowd;
    this.phase = phase;
    this.newcomer = newcomer;
    ends = ends(perSecond, time);
    schedule = Schedule.from(System.nanoTime(), perSecond);
    told = new Latencies(schedule, 0);
    heard = new Latencies(schedule, 0);
  }

  /// How many conversations end, and buyers come, in this time.
  public static int ends(int perSecond, Duration time) {
    return (int) (perSecond * time.toMillis() / 1000);
  }

  public Result run() throws InterruptedException, TimeoutException {
    crowd.generator().call(() -> {
      crowd.carries(this);
      return true;
    });
    schedule.keep(ends, crowd.generator(), this::upTo);
    long scheduled = System.nanoTime();
    while (System.nanoTime() - scheduled < PATIENCE.toNanos() && !crowd.generator().call(this::isComplete)) {
      LockSupport.parkNanos(CHECK_NS);
    }
    return crowd.generator().call(this::result);
  }

  private void upTo(int due) {
    int agents = crowd.agents().size();
    while (said < due) {
      crowd.buyers().get(newcomer + said).say(phase, said);
      crowd.agents().get(said % agents).say(phase, said);
      said++;
    }
  }

  private boolean isComplete() {
    return told.count() == ends && heard.count() == ends;
  }

  private Result result() {
    long now = System.nanoTime();
    int assigned = told.count();
    told.end(ends, now);
    heard.end(ends, now);
    crowd.carries(Load.NONE);
    return new Result(told.percentileMs(50), told.percentileMs(99), heard.percentileMs(50), heard.percentileMs(99),
        assigned, ends - assigned);
  }

  @Override
  public void acknowledged(Wire buyer, int ofPhase, int number) {
    if (ofPhase == phase) {
      heard.came(number, System.nanoTime());
    }
  }

  @Override
  public void delivered(int ofPhase, int number) {
    if (ofPhase == phase) {
      told.came(number, System.nanoTime());
    }
  }
}
