package dev.xiaoer.redis.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The few words that must be said to a server before and after any client can be there: one connection, one at a time.
final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  static Wire open(int port, String password, Duration patience) throws IOException {
    Socket socket = new Socket();
    try {
      int millis = (int) patience.toMillis();
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), millis);
      socket.setSoTimeout(millis);
      Wire wire = new Wire(socket);
      wire.say("AUTH", password);
      return wire;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Sends a command whose answer is one line.
  ///
  /// @return the answer without its type, or the error with a `-` before it
  String say(String... words) throws IOException {
    StringBuilder command = new StringBuilder("*").append(words.length).append("\r\n");
    for (String word : words) {
      command.append('$').append(word.getBytes(StandardCharsets.UTF_8).length).append("\r\n").append(word)
          .append("\r\n");
    }
    out.write(command.toString().getBytes(StandardCharsets.UTF_8));
    String answer = line();
    return answer.startsWith("-") ? answer : answer.substring(1);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
