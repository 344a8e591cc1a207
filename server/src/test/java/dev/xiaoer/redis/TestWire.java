package dev.xiaoer.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Says one thing to a server over a connection of its own.
final class TestWire {
  private TestWire() {}

  /// @return the first line of [#ask]
  static String say(int port, String... words) {
    return ask(port, words).lines().findFirst().orElse("");
  }

  /// @return the answer without its type: of a string, the string; empty when there is no answer
  static String ask(int port, String... words) {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.setSoTimeout(5_000);
      StringBuilder command = new StringBuilder("*").append(words.length).append("\r\n");
      for (String word : words) {
        command.append('$').append(word.getBytes(StandardCharsets.UTF_8).length).append("\r\n").append(word)
            .append("\r\n");
      }
      socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.UTF_8));
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String first = in.readLine();
      if (first == null) {
        return "";
      }
      if (!first.startsWith("$") || first.equals("$-1")) {
        return first.substring(1);
      }
      char[] text = new char[Integer.parseInt(first.substring(1))];
      int length = 0;
      for (int read = 0; read >= 0 && length < text.length; read = in.read(text, length, text.length - length)) {
        length = length + read;
      }
      return new String(text, 0, length);
    } catch (IOException e) {
      return "";
    }
  }
}
