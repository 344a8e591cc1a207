package dev.xiaoer.bench.report;

import dev.xiaoer.bench.Plan;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Everything one run of the bench found. It is what the JSON holds, and all the page is written from.
///
/// @param date ISO 8601, UTC
/// @param machine what it ran on
/// @param versions of the parts that were compared
/// @param plan how long, how many
/// @param troubles what went wrong and left numbers out
public record Report(
    String date,
    Map<String, String> machine,
    Map<String, String> versions,
    Plan plan,
    List<Sample> samples,
    List<String> troubles) {

  /// The median over the rounds; empty when it was not measured.
  public OptionalDouble median(String server, String measure) {
    double[] values = samples.stream()
        .filter(sample -> sample.server().equals(server) && sample.measure().equals(measure))
        .mapToDouble(Sample::value)
        .sorted()
        .toArray();
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = values.length / 2;
    return OptionalDouble.of(
        values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
  }

  /// Median over median; empty when one of the two was not measured.
  public OptionalDouble ratio(String server, String other, String measure) {
    OptionalDouble one = median(server, measure);
    OptionalDouble two = median(other, measure);
    if (one.isEmpty() || two.isEmpty() || two.getAsDouble() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(one.getAsDouble() / two.getAsDouble());
  }

  /// How many rounds a server took part in.
  public long rounds(String server) {
    return samples.stream().filter(sample -> sample.server().equals(server)).map(Sample::round).distinct().count();
  }
}
