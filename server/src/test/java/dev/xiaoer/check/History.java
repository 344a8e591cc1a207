package dev.xiaoer.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/// Collects facts; any thread. The clock is asked when the fact is told, so an invocation is told before it is sent and
/// an answer after it came.
public final class History {

  private final LongSupplier clock;
  private final List<Fact> facts = Collections.synchronizedList(new ArrayList<>());

  /// @param clock never goes back: nanoTime, or a counter in a test of one thread
  public History(LongSupplier clock) {
    this.clock = clock;
  }

  /// Adds a fact of now: `history.add(at -> new Fact.Ok(at, …))`.
  public void add(LongFunction<Fact> fact) {
    facts.add(fact.apply(clock.getAsLong()));
  }

  List<Fact> inOrder() {
    synchronized (facts) {
      return facts.stream().sorted(Comparator.comparingLong(Fact::at)).toList();
    }
  }
}
