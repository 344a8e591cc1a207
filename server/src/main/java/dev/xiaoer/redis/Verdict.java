package dev.xiaoer.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.cluster.PartitionSelectorException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// What an error of Redis means for the script that met it (the table of the delivery contract, section 8).
enum Verdict {
  /// Not done; will pass.
  AGAIN,
  /// Not done; another server is in charge now. Lettuce follows MOVED and ASK itself, but not beside a WAIT.
  AGAIN_ELSEWHERE,
  /// Not done; this server has not seen the script's text yet.
  SEND_TEXT,
  /// Not done, and no other write will be either: memory or disk is full.
  REFUSED,
  /// Perhaps done.
  UNKNOWN,
  /// A bug, perhaps half done.
  BUG;

  private static final String INSIDE_SCRIPT = "ERR Error running script";

  static Verdict of(Throwable error) {
    return switch (error) {
      case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      case PartitionSelectorException uncovered -> AGAIN_ELSEWHERE;
      case RedisCommandExecutionException answer -> ofAnswer(answer.getMessage());
      default -> UNKNOWN;
    };
  }

  private static Verdict ofAnswer(@Nullable String message) {
    if (message == null) {
      return BUG;
    }
    // Redis 6.2 hides why a call inside a script failed behind its own words: "… @user_script:1: -OOM command not …"
    if (message.startsWith(INSIDE_SCRIPT)) {
      int code = message.lastIndexOf(": -");
      return code < 0 ? BUG : ofCode(message.substring(code + 3));
    }
    return ofCode(message);
  }

  private static Verdict ofCode(String message) {
    int end = message.indexOf(' ');
    return switch (end < 0 ? message : message.substring(0, end)) {
      case "TRYAGAIN", "LOADING", "MASTERDOWN", "NOREPLICAS", "BUSY" -> AGAIN;
      case "READONLY", "CLUSTERDOWN", "MOVED", "ASK" -> AGAIN_ELSEWHERE;
      case "NOSCRIPT" -> SEND_TEXT;
      case "OOM", "MISCONF" -> REFUSED;
      default -> BUG;
    };
  }
}
