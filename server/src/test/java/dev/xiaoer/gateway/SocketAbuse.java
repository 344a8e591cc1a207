package dev.xiaoer.gateway;

import java.util.Set;

/// One way to break the rules of RFC 6455 or ours, and how it must end.
final class SocketAbuse {

  private final String name;
  private final boolean handshake;
  private final byte[] bytes;
  private final Set<Integer> endings;

  private SocketAbuse(String name, boolean handshake, byte[] bytes, Set<Integer> endings) {
    this.name = name;
    this.handshake = handshake;
    this.bytes = bytes;
    this.endings = endings;
  }

  /// Sent instead of a handshake.
  ///
  /// @param statuses of HTTP; 0 for hanging up without a word, which is an answer too to what is no WebSocket at all
  static SocketAbuse instead(String name, byte[] bytes, Integer... statuses) {
    return new SocketAbuse(name, false, bytes, Set.of(statuses));
  }

  /// Sent after a proper handshake.
  static SocketAbuse after(String name, byte[] bytes, Integer... codes) {
    return new SocketAbuse(name, true, bytes, Set.of(codes));
  }

  boolean comesAfterHandshake() {
    return handshake;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /// What it may end with: statuses of HTTP instead of a handshake, close codes after one.
  Set<Integer> endings() {
    return endings;
  }

  /// For the report.
  @Override
  public String toString() {
    return name;
  }
}
