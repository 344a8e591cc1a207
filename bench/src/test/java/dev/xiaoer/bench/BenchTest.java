package dev.xiaoer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.bench.report.Measure;
import dev.xiaoer.bench.report.Report;
import dev.xiaoer.bench.report.Results;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.core.ExecutableProvider;

/// The whole bench, very small: real sockets, a real server process, a real Redis.
class BenchTest {

  private static final int RATE = 200;
  private static final Plan SMALL = new Plan(1, Set.of("start", "throughput", "latency", "memory"), List.of("netty"),
      6, 8, 2, 2, 2, 1, 1, 1, List.of(RATE), 1, 1, 40, 20, RoutingPlan.QUICK);
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @Test
  void aBareServerIsMeasuredFromItsStartToTheStorm(@TempDir Path directory) throws IOException {
    File redis = ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
    Path page = directory.resolve("performance.md");
    var options = new Options(SMALL, true, null, redis.getAbsolutePath(), "node", Path.of("none.jar"), List.of(),
        Path.of("none.properties"), "none", Path.of("baselines"), directory, page, directory.resolve("why.md"));
    var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    Report report = Bench.run(options, CLOCK, silence);

    assertThat(report.troubles()).isEmpty();
    assertThat(report.median("netty", Measure.throughput(SMALL.pairsShape("everysec"))).orElseThrow())
        .isGreaterThan(100);
    assertThat(report.median("netty", Measure.missing(RATE))).hasValue(0);
    assertThat(report.median("netty", Measure.repeated(RATE))).hasValue(0);
    assertThat(report.median("netty", Measure.latency(RATE, "delivery", 50)).orElseThrow()).isPositive();
    assertThat(report.median("netty", Measure.STORM).orElseThrow()).isPositive();
    assertThat(report.median("netty", Measure.IDLE_HEAP)).isPresent();
    assertThat(Results.read(directory.resolve("2026-01-02T030405Z.json"))).isEqualTo(report);
    assertThat(Files.readString(page)).contains("raw Netty and Lettuce on one event loop, bare | ");
  }
}
