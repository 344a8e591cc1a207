package dev.xiaoer.gateway;

import dev.xiaoer.protocol.CloseReason;
import dev.xiaoer.protocol.Frame;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// All open sockets of this node.
final class Visits {

  private final Set<Visit<?, ?>> open = ConcurrentHashMap.newKeySet();
  private final Queue<Stranger> strangers = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final SocketSettings settings;
  private final LongSupplier nanoTime;
  private final RandomGenerator random;
  private volatile boolean leaving;

  Visits(SocketSettings settings, LongSupplier nanoTime, RandomGenerator random) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.random = random;
  }

  /// A socket that has not said who it is, and until when it may.
  private record Stranger(Visit<?, ?> visit, long until) {}

  Allowance allowance(SocketSettings settings) {
    return new Allowance(settings, nanoTime);
  }

  BadFrames badFrames() {
    return new BadFrames(nanoTime);
  }

  void begin(Visit<?, ?> visit) {
    if (leaving) {
      visit.dismiss(CloseReason.COME_BACK);
      return;
    }
    if (!hasRoomFor(visit.address(), settings.perAddress())) {
      visit.dismiss(CloseReason.TOO_MANY);
      return;
    }
    open.add(visit);
    strangers.add(new Stranger(visit, nanoTime.getAsLong() + settings.hello().toNanos()));
  }

  void end(Visit<?, ?> visit) {
    if (open.remove(visit)) {
      leaves(visit.address());
    }
  }

  /// Counts one more of the same visitor, if that is not one too many.
  boolean hasRoomFor(@Nullable String visitor) {
    return hasRoomFor(visitor, settings.perBuyer());
  }

  private boolean hasRoomFor(@Nullable String one, int most) {
    if (one == null) {
      return true;
    }
    int count = counts.merge(one, 1, Integer::sum);
    if (count > most) {
      leaves(one);
      return false;
    }
    return true;
  }

  void leaves(@Nullable String one) {
    if (one != null) {
      counts.computeIfPresent(one, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  /// Closes the sockets that did not say in time who they are.
  void closeStrangers() {
    long now = nanoTime.getAsLong();
    for (Stranger first = strangers.peek(); first != null && first.until() - now <= 0; first = strangers.peek()) {
      strangers.remove(first);
      if (!first.visit().isAdmitted()) {
        first.visit().connection().close(CloseReason.UNAUTHENTICATED);
      }
    }
  }

  /// Sends everybody away at once: they come back, to any node.
  void closeAll() {
    open.forEach(visit -> visit.connection().close(CloseReason.COME_BACK));
  }

  void tellAll(Frame frame) {
    open.stream().filter(Visit::isAdmitted).forEach(visit -> visit.connection().send(frame));
  }

  /// Sends everybody away evenly over a time, each with an own time to come back after. From here on nobody is let in.
  void seeOff(long overMillis, long mostEachMillis, long comeBackWithinMillis) throws InterruptedException {
    leaving = true;
    Visit<?, ?>[] all = open.toArray(Visit<?, ?>[]::new);
    long nanosEach = all.length == 0
        ? 0
        : Math.min(TimeUnit.MILLISECONDS.toNanos(overMillis) / all.length,
            TimeUnit.MILLISECONDS.toNanos(mostEachMillis));
    for (Visit<?, ?> visit : all) {
      visit.connection().send(new Frame.Goodbye(random.nextLong(comeBackWithinMillis + 1)));
      visit.connection().close(CloseReason.COME_BACK);
      TimeUnit.NANOSECONDS.sleep(nanosEach);
    }
  }
}
