package dev.xiaoer.bench.dialect;

/// One socket's side of a dialect.
public interface Talk {

  /// Path and query of the handshake.
  String path();

  /// The `Origin` of the handshake; empty for none.
  default String origin() {
    return "";
  }

  /// The sub-protocol to ask for; empty for none.
  default String subprotocol() {
    return "";
  }

  void opened(Line line);

  void heard(Line line, Text text);

  default void again(Line line) {}

  /// Says one message; its mark is in what the server hands on.
  void say(Line line, int phase, int number);
}
