package dev.xiaoer.replies;

import dev.xiaoer.replies.text.Match;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that the desk says by itself.
///
/// @param id    its own in the pack; overrides and memory name it
/// @param offBy who switched it off; null while it speaks
public record Rule(String id, ReplyKind kind, When when, Saying saying, Limit limit, @Nullable Level offBy) {

  /// What has to be true beyond what the kind asks for.
  public sealed interface When {}

  /// Nothing.
  public record Always() implements When {}

  /// The buyer has waited so long.
  public record After(Duration delay) implements When {}

  /// The buyer's words have one of these.
  ///
  /// @param priority the greater goes first
  public record Heard(Match match, List<String> keywords, int priority) implements When {

    public Heard {
      keywords = List.copyOf(keywords);
    }
  }

  /// @param fallback what is said when a variable of the text has no value; null when it has none that could lack one
  /// @param by       who worded it
  public record Saying(Wording text, @Nullable Wording fallback, Level by) {}

  Rule with(@Nullable Override override, Level level) {
    return switch (override) {
      case null -> this;
      case Override.Off() -> offBy == null ? new Rule(id, kind, when, saying, limit, level) : this;
      case Override.Words(var text, var fallback) ->
        new Rule(id, kind, when, new Saying(text, fallback, level), limit, offBy);
    };
  }
}
