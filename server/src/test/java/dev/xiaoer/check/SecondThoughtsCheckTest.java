package dev.xiaoer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What may come after it was said, and after the end.
class SecondThoughtsCheckTest {

  private static final String TOPIC = "c:0000000000000000000000:buyer";

  private long clock;
  private final History history = new History(() -> clock++);
  private final List<LoggedEvent> log = new ArrayList<>();

  /// The buyer asks for it, and it is in the log.
  private void does(String ref, String type, String body) {
    history.add(at -> new Fact.Invoke(at, "anna", TOPIC, ref, type, body, null, null));
    log.add(new LoggedEvent(log.size() + 1, ref, 1_000 + log.size(), type, "buyer", body));
  }

  private List<String> found() {
    return new Checker(history, new Logs(Map.of(TOPIC, log))).violations().stream().map(Violation::check).toList();
  }

  @Test
  void oneRatingAfterTheEndIsSoundAndASecondIsFound() {
    log.add(new LoggedEvent(1, "c", 1_000, "conversation.closed", "", ""));
    does("r1", "conversation.rated", "5");
    assertThat(found()).isEmpty();
    does("r2", "conversation.rated", "1");
    assertThat(found()).containsExactly("C13");
  }

  @Test
  void aRatingBeforeTheEndIsFound() {
    does("r1", "conversation.rated", "5");
    assertThat(found()).containsExactly("C13");
  }

  @Test
  void whatIsTakenBackTwiceIsFound() {
    does("r1", "message.posted", "在吗");
    does("r2", "message.recalled", "1");
    assertThat(found()).isEmpty();
    does("r3", "message.recalled", "1");
    assertThat(found()).containsExactly("C8");
  }
}
