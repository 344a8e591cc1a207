package dev.xiaoer.replies;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// When the desk says something by itself.
public enum ReplyKind {
  /// A buyer's first words reached an agent.
  FIRST_RECEPTION("first-reception"),
  /// Nobody is free: the buyer waits and is told the place in the queue.
  QUEUEING("queueing");

  private final String key;

  ReplyKind(String key) {
    this.key = key;
  }

  /// Its name in a pack.
  public String key() {
    return key;
  }

  /// What its texts may name in braces.
  public Set<String> variables() {
    return switch (this) {
      case FIRST_RECEPTION -> Set.of("shop");
      case QUEUEING -> Set.of("shop", "position");
    };
  }

  static Optional<ReplyKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }
}
