package dev.xiaoer.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// A Redis of the bench's own, in a directory of its own.
public final class RedisProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int TIMEOUT_MS = 5_000;

  private final Child child;
  private final int port;

  private RedisProcess(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /// @param command `redis-server`, or where it is
  /// @param fsync `always` or `everysec`
  public static RedisProcess start(String command, String fsync, Path directory) throws IOException {
    int port = Ports.free();
    Child child = Child.start(
        "redis",
        List.of(
            command, "--port", Integer.toString(port), "--bind", "127.0.0.1", "--dir",
            directory.toAbsolutePath().toString(), "--appendonly", "yes", "--appendfsync", fsync, "--save", "",
            // A rewrite of the file in the middle of a round would be told as the server's.
            "--auto-aof-rewrite-percentage", "0", "--maxmemory-policy", "noeviction"),
        directory);
    var redis = new RedisProcess(child, port);
    child.awaitUntil(redis::answers, PATIENCE);
    return redis;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return child.pid();
  }

  public String version() throws IOException {
    return info("server", "redis_version");
  }

  public long usedBytes() throws IOException {
    return Long.parseLong(info("memory", "used_memory"));
  }

  private boolean answers() {
    try {
      return !info("server", "redis_version").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  public void configure(String setting, String value) throws IOException {
    ask("CONFIG SET " + setting + " " + value, line -> line.equals("+OK"));
  }

  private String info(String section, String field) throws IOException {
    return ask("INFO " + section, line -> line.startsWith(field + ":")).substring(field.length() + 1);
  }

  /// Reads up to the line that answers; a client library would be more than this needs.
  private String ask(String command, Predicate<String> isAnswer) throws IOException {
    try (var socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
      OutputStream out = socket.getOutputStream();
      out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (isAnswer.test(line)) {
          return line;
        }
        if (line.startsWith("-")) {
          throw new IOException(line);
        }
      }
    }
    throw new IOException("Redis does not answer " + command);
  }

  @Override
  public void close() {
    child.close();
  }
}
