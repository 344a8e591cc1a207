package dev.xiaoer.conversation;

import dev.xiaoer.hub.StoredEvent;
import dev.xiaoer.protocol.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script that appends one event answered.
sealed interface Appending {

  /// @param opened whether this made the conversation
  /// @param event what the log has, where that may be another event than the one sent
  /// @param staff where a second event went, for the staff
  record Done(long seq, long ts, List<String> nodes, boolean opened, @Nullable String event, @Nullable Staff staff)
      implements
        Appending {}

  record Refused(Refusal code) implements Appending {}

  record Staff(long seq, List<String> nodes) {}

  static Appending of(List<Object> answer) {
    String word = (String) answer.getFirst();
    return switch (word) {
      case "OPENED", "APPENDED", "REPEATED" -> new Done((long) answer.get(1), (long) answer.get(2),
          texts(answer.get(3)), word.equals("OPENED"),
          answer.size() > 4 ? StoredEvent.whole((String) answer.get(4)) : null,
          answer.size() > 5 ? new Staff((long) answer.get(5), texts(answer.get(6))) : null);
      default -> new Refused(Refusal.valueOf(word));
    };
  }

  static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }
}
