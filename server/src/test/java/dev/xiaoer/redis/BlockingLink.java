package dev.xiaoer.redis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A link for one thread, whose scripts are answered when the call returns. A simulation asks for one thing after the other:
/// there, two threads that wake each other for every answer are most of the work.
public final class BlockingLink extends PassingLink implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /// @param real for all that is no script
  BlockingLink(RedisLink real, int port) {
    super(real);
    try {
      socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An error is an answer like any other.
  private record Refused(String why) {}

  @Override
  public CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments) {
    try {
      Object answer = ask("EVALSHA", script.sha1(), keys, arguments);
      if (answer instanceof Refused(var why) && why.startsWith("NOSCRIPT")) {
        answer = ask("EVAL", script.text(), keys, arguments);
      }
      return answer instanceof Refused(var why)
          ? CompletableFuture.failedStage(new StoreException(StoreException.Kind.BROKEN, script.name() + ": " + why))
          : CompletableFuture.completedStage(list(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(@Nullable Object answer) {
    return answer instanceof List<?> several ? (List<Object>) several : Collections.singletonList(answer);
  }

  private @Nullable Object ask(String command, String script, List<String> keys, String[] arguments)
      throws IOException {
    out.write(("*" + (3 + keys.size() + arguments.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    say(command);
    say(script);
    say(Integer.toString(keys.size()));
    for (String key : keys) {
      say(key);
    }
    for (String argument : arguments) {
      say(argument);
    }
    out.flush();
    return answer();
  }

  private void say(String word) throws IOException {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    out.write(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write('\r');
    out.write('\n');
  }

  private @Nullable Object answer() throws IOException {
    int type = in.read();
    String line = line();
    return switch (type) {
      case '+' -> line;
      case '-' -> new Refused(line);
      case ':' -> Long.valueOf(line);
      case '$' -> text(Integer.parseInt(line));
      case '*' -> several(Integer.parseInt(line));
      default -> throw new EOFException("Redis says " + type + line);
    };
  }

  private @Nullable Object several(int count) throws IOException {
    if (count < 0) {
      return null;
    }
    var all = new ArrayList<@Nullable Object>(count);
    for (int i = 0; i < count; i++) {
      all.add(answer());
    }
    return all;
  }

  private @Nullable String text(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length + 2);
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\r'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Redis is gone");
      }
      line.append((char) next);
    }
    in.skipNBytes(1);
    return line.toString();
  }

  @Override
  public CompletionStage<List<Object>> read(Script script, List<String> keys, String... arguments) {
    return write(script, keys, arguments);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
