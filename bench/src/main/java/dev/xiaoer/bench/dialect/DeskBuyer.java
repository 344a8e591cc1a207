package dev.xiaoer.bench.dialect;

import org.jspecify.annotations.Nullable;

/// What a buyer's widget keeps while its socket is gone. Used on the generator's thread only.
final class DeskBuyer {

  final int number;
  final String token;
  @Nullable
  String topic;
  @Nullable
  String lastId;
  long lastSeq;

  DeskBuyer(int number, String token) {
    this.number = number;
    this.token = token;
  }

  void has(long seq, String id) {
    if (seq > lastSeq) {
      lastSeq = seq;
      lastId = id;
    }
  }

  /// The conversation's id inside its topic's name `c:<id>:buyer`.
  String conversation() {
    String name = topic;
    if (name == null) {
      throw new IllegalStateException("buyer " + number + " has no conversation");
    }
    return name.substring(2, name.lastIndexOf(':'));
  }
}
