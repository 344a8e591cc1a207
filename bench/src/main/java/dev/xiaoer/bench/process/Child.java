package dev.xiaoer.bench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A process the bench started. It ends with the bench, however the bench ends.
public final class Child implements AutoCloseable {

  private static final long CHECK_NS = 5_000_000;
  private static final int GRACE_S = 8;
  private static final int LINES_TOLD = 30;

  private final String name;
  private final Process process;
  private final Path directory;
  private final Path log;
  private final Thread atExit;

  private Child(String name, Process process, Path directory, Path log) {
    this.name = name;
    this.process = process;
    this.directory = directory;
    this.log = log;
    atExit = new Thread(process::destroyForcibly, "end " + name);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /// @param directory where it runs and writes its log
  public static Child start(String name, List<String> command, Path directory) throws IOException {
    Path log = directory.resolve(name + ".log");
    Process process = new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectInput(new File("/dev/null"))
        .redirectOutput(log.toFile())
        .start();
    return new Child(name, process, directory, log);
  }

  public long pid() {
    return process.pid();
  }

  public Path directory() {
    return directory;
  }

  /// @return how long it took
  public Duration awaitUntil(BooleanSupplier ready, Duration patience) throws IOException {
    long from = System.nanoTime();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() - from > patience.toNanos()) {
        throw new IOException(name + " did not get ready; it said:\n" + lastLines());
      }
      LockSupport.parkNanos(CHECK_NS);
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(GRACE_S, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (!Thread.currentThread().isInterrupted()) {
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }
}
