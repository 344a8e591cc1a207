package dev.xiaoer.bench;

import dev.xiaoer.bench.load.Crowd;
import dev.xiaoer.bench.report.Sample;
import java.io.PrintStream;
import java.util.List;

/// Writes down what one server was found to do in one round.
record Teller(Contestant contestant, int round, List<Sample> samples, List<String> troubles, PrintStream progress) {

  void that(String measure, double value) {
    samples.add(new Sample(contestant.id(), round, measure, value));
    progress.printf("  %s %s %.2f%n", contestant.id(), measure, value);
  }

  void refusals(Crowd crowd) throws Exception {
    int refusals = crowd.refusals();
    if (refusals > 0) {
      troubles.add("round " + round + ", " + contestant.id() + ": " + refusals + " refusals: " + crowd.words());
    }
  }
}
