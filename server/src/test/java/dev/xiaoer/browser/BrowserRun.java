package dev.xiaoer.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// One run of all browser tests, ended and read.
///
/// @param exit zero when all went well
/// @param output what was printed
record BrowserRun(int exit, String output, List<BrowserCase> cases) {

  /// More than the tests allow themselves.
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Path PAGES = Path.of("..", "web-console").toAbsolutePath().normalize();
  /// The Node that the pages were built with.
  private static final Path NODE = PAGES.resolve("target/node-install/node/node");
  private static final Path OUT = Path.of("target", "e2e").toAbsolutePath();

  static BrowserRun ofAll() {
    Path report = OUT.resolve("results.xml");
    Path printed = OUT.resolve("output.txt");
    try {
      Files.createDirectories(OUT);
      Files.deleteIfExists(report);
      int exit = run(printed);
      return new BrowserRun(exit, Files.readString(printed),
          Files.exists(report) ? BrowserCase.readAll(report) : List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(Path printed) throws IOException {
    var builder = new ProcessBuilder(NODE.toString(), "scripts/e2e.mjs").directory(PAGES.toFile())
        .redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().put("JAVA", ProcessHandle.current().info().command().orElseThrow());
    builder.environment().put("DESK_JAR", Objects.requireNonNull(System.getProperty("desk.jar"), "desk.jar"));
    builder.environment().put("E2E_OUT", OUT.toString());
    Process process = builder.start();
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the browsers did not come to an end:\n" + Files.readString(printed));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
