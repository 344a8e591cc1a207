package dev.xiaoer.talk;

import dev.xiaoer.redis.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A server as a process of its own, so that it can be killed like one.
final class Node implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);

  private final Path folder;
  private final int port;
  private final int watchPort = Ports.free();
  private final List<String> settings;
  private Process process;

  private Node(Path folder, int port, List<String> settings) {
    this.folder = folder;
    this.port = port;
    this.settings = settings;
    this.process = launch();
  }

  /// @param settings `--name=value`
  static Node start(String... settings) {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "nodes").toAbsolutePath()),
          "n");
      return new Node(folder, Ports.free(), Arrays.asList(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m",
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", productClassPath(),
        "dev.xiaoer.DeskApplication", "--spring.profiles.active=demo", "--server.port=" + port,
        "--management.server.port=" + watchPort, "--desk.socket.commands-per-second=1000", "--desk.socket.burst=1000",
        "--desk.socket.per-address=1000",
        "--desk.buyer-limits.admissions=100000", "--desk.buyer-limits.renewals=100000"));
    command.addAll(settings);
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("node.log").toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the product runs with: not the tests' own classes.
  private static String productClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// Waits until it lets people in.
  Node up() {
    Await.within(START, "a node answers on " + port, () -> {
      if (!process.isAlive()) {
        throw new AssertionError("the node ended:\n" + log());
      }
      return answers();
    });
    return this;
  }

  private boolean answers() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest
          .newBuilder(URI.create("http://127.0.0.1:" + watchPort + "/actuator/health/readiness"))
          .timeout(Duration.ofSeconds(2))
          .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  String http() {
    return "http://127.0.0.1:" + port;
  }

  Path folder() {
    return folder;
  }

  String log() {
    try {
      return Files.readString(folder.resolve("node.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// Ends it between two instructions.
  void kill9() {
    signal("KILL");
    awaitEnd();
  }

  /// Sends any signal, as `kill` names it.
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void startAgain() {
    process = launch();
  }

  private void awaitEnd() {
    Await.until("the node ends", () -> !process.isAlive());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the node did not stop:\n" + log());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
