package dev.xiaoer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/// What every log of topics does, the one in memory and the one in Redis alike.
interface TopicLogContract {

  Topic TOPIC = SimulatedDesk.topic(3);
  Topic EMPTY = SimulatedDesk.topic(4);
  String EVENT = "{\"type\":\"conversation.requeued\"}";

  TopicLog log();

  /// Appends as the rooms do that own the topics.
  void append(Topic topic, long seq, String id, String event);

  /// Puts another event in the place of one, for all who read from now on.
  void replace(Topic topic, long seq, String event);

  Set<String> nodes(Topic topic);

  /// Waits for an answer.
  <T> T answered(CompletionStage<T> stage);

  private void fill(int count) {
    for (int seq = 1; seq <= count; seq++) {
      append(TOPIC, seq, "id-" + seq, EVENT);
    }
  }

  @Test
  default void whatWasAppendedIsReadOldestFirst() {
    fill(5);
    List<LogEntry> read = answered(log().read(TOPIC, 0, 100));
    assertThat(read).extracting(LogEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(read).extracting(LogEntry::id).containsExactly("id-1", "id-2", "id-3", "id-4", "id-5");
    assertThat(read.getFirst().frame()).contains("\"topic\":\"" + TOPIC.name() + "\",\"seq\":1,\"id\":\"id-1\"")
        .endsWith("\"event\":" + EVENT + "}");
  }

  @Test
  default void aPageBeginsBehindThePositionAndIsNotLongerThanAsked() {
    fill(12);
    assertThat(answered(log().read(TOPIC, 9, 2))).extracting(LogEntry::seq).containsExactly(10L, 11L);
    assertThat(answered(log().read(TOPIC, 12, 2))).isEmpty();
    assertThat(answered(log().read(TOPIC, 99, 2))).isEmpty();
  }

  @Test
  default void theHeadIsTheLastEntryAndAnEmptyLogHasNone() {
    fill(11);
    assertThat(answered(log().heads(List.of(TOPIC, EMPTY)))).isEqualTo(Map.of(TOPIC, new Position(11, "id-11")));
  }

  @Test
  default void whatWasTakenBackReadsAsWhatStandsInItsPlace() {
    fill(5);
    String withdrawn = "{\"type\":\"message.withdrawn\",\"author\":\"buyer\"}";
    replace(TOPIC, 3, withdrawn);
    List<LogEntry> read = answered(log().read(TOPIC, 1, 3));
    assertThat(read).extracting(LogEntry::id).containsExactly("id-2", "id-3", "id-4");
    assertThat(read.get(1).frame()).endsWith("\"event\":" + withdrawn + "}");
    assertThat(read.get(2).frame()).endsWith("\"event\":" + EVENT + "}");
  }

  @Test
  default void aNodeIsToldFromJoiningToLeaving() {
    answered(log().join(TOPIC, "one"));
    answered(log().join(TOPIC, "two"));
    answered(log().join(TOPIC, "two"));
    assertThat(nodes(TOPIC)).containsExactlyInAnyOrder("one", "two");
    answered(log().leave(TOPIC, "two"));
    assertThat(nodes(TOPIC)).containsExactly("one");
    assertThat(nodes(EMPTY)).isEmpty();
  }
}
