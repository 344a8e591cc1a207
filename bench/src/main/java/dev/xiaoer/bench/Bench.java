package dev.xiaoer.bench;

import dev.xiaoer.bench.load.Generator;
import dev.xiaoer.bench.report.Page;
import dev.xiaoer.bench.report.Report;
import dev.xiaoer.bench.report.Results;
import dev.xiaoer.bench.report.RoutingPage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Runs the servers against each other and writes down what was found.
public final class Bench {

  private Bench() {}

  public static void main(String[] args) throws IOException {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      System.exit(2);
      return;
    }
    run(options, Clock.systemUTC(), System.out);
  }

  static Report run(Options options, Clock clock, PrintStream progress) throws IOException {
    Path known = options.reportOnly();
    Report report = known == null ? measure(options, clock, progress) : Results.read(known);
    Path page = options.page().toAbsolutePath();
    Path directory = page.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    String why = Files.exists(options.why()) ? Files.readString(options.why()) : "";
    Files.writeString(page, report.plan().isOfRouting() ? RoutingPage.of(report, why) : Page.of(report, why));
    progress.println("wrote " + page);
    return report;
  }

  private static Report measure(Options options, Clock clock, PrintStream progress) throws IOException {
    Instant date = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Files.createDirectories(options.results());
    try (var generator = new Generator()) {
      var rounds = new Rounds(options, generator, progress);
      progress.println(options.plan().told());
      if (!options.plan().isOfRouting()) {
        rounds.warmTheGenerator();
      }
      rounds.run();
      var report = new Report(
          date.toString(), Machine.machine(), Machine.versions(options, rounds.redisVersion()), options.plan(),
          rounds.samples(), rounds.troubles());
      Path file = options.results().resolve(date.toString().replace(":", "") + ".json");
      Results.write(report, file);
      Results.write(report, options.results().resolve("latest.json"));
      progress.println("wrote " + file);
      return report;
    }
  }
}
