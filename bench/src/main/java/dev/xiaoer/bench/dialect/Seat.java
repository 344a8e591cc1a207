package dev.xiaoer.bench.dialect;

/// Who sits at a socket.
public sealed interface Seat {

  int number();

  /// @param agent whom this buyer writes to, where the server does not decide it
  record Buyer(int number, int agent) implements Seat {}

  record Agent(int number) implements Seat {}
}
