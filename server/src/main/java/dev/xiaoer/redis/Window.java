package dev.xiaoer.redis;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Lets so many calls be under way at once; the others wait in line, first come first served. More than Redis or this
/// node can work off would only grow old on the way, until each of them is too late and none is answered.
///
/// Any thread; a call is begun by whoever asks or by whoever leaves, and never while the lock is held.
final class Window {

  private final int size;
  private final int longestLine;
  private final ArrayDeque<Runnable> line = new ArrayDeque<>();
  private int underWay;
  private boolean beginning;

  /// @param size how many are under way at once
  /// @param longestLine how many may wait
  Window(int size, int longestLine) {
    this.size = size;
    this.longestLine = longestLine;
  }

  /// Begins a call, now or when it is its turn; whoever ends it has to [#leave].
  ///
  /// @return false when the line is too long
  boolean enter(Runnable call) {
    synchronized (this) {
      if (underWay == size || beginning) {
        return line.size() < longestLine && line.add(call);
      }
      underWay++;
    }
    call.run();
    return true;
  }

  /// A call is over. One that ends while it begins does not begin the next inside itself, however long the line is.
  void leave() {
    synchronized (this) {
      underWay--;
      if (beginning || line.isEmpty()) {
        return;
      }
      beginning = true;
    }
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = underWay < size ? line.poll() : null;
    if (next == null) {
      beginning = false;
    } else {
      underWay++;
    }
    return next;
  }
}
