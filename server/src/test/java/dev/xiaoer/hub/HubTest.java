package dev.xiaoer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.check.Checker;
import dev.xiaoer.check.History;
import dev.xiaoer.check.LoggedEvent;
import dev.xiaoer.check.Logs;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Frame.ResyncReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubTest {

  private static final Topic TOPIC = SimulatedDesk.topic(1);
  private static final Ref REF = new Ref("ref-of-a-follow-00");
  private static final String EVENT = "{\"type\":\"conversation.requeued\"}";

  private final Random chance = new Random(3);
  private final Agenda agenda = new Agenda(chance);
  private final MemoryTopicLog log = new MemoryTopicLog(agenda);
  private final UnreliableNetwork network = new UnreliableNetwork(agenda, chance, 0);
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Hub here = new Hub(log, network, new StrictJson(), meters, "here");
  private final Hub there = new Hub(log, network, new StrictJson(), meters, "there");
  private long clock;
  private final History history = new History(() -> clock++);
  private final Screen screen = new Screen("screen", TOPIC, history);

  private Screen.Socket followAt(Hub hub) {
    Screen.Socket socket = screen.connect(agenda, chance);
    hub.follow(REF, TOPIC, screen.position(), null, socket);
    agenda.finish();
    return socket;
  }

  private void append(List<String> nodes) {
    String id = "id-" + log.entries(TOPIC).size();
    long seq = log.append(TOPIC, id, EVENT);
    here.announce(new Appended(TOPIC, seq, id, seq, EVENT, nodes));
    agenda.finish();
  }

  private long shown() {
    return screen.position() == null ? 0 : screen.position().seq();
  }

  @Test
  void anEventReachesTheScreensOfAnotherNode() {
    followAt(there);
    append(log.nodes(TOPIC));
    assertThat(shown()).isEqualTo(1);
  }

  @Test
  void aNodeThatListensNoMoreIsForgotten() {
    followAt(there);
    network.forget("there");
    append(log.nodes(TOPIC));
    assertThat(log.nodes(TOPIC)).isEmpty();
  }

  @Test
  void aNodeThatWasForgottenWhileItListensJoinsAgainWhenItLooksAtTheHeads() {
    followAt(there);
    log.leave(TOPIC, "there");
    append(log.nodes(TOPIC));
    assertThat(shown()).isZero();
    there.checkHeads();
    agenda.finish();
    assertThat(shown()).isEqualTo(1);
    assertThat(log.nodes(TOPIC)).containsExactly("there");
    assertThat(meters.get("desk.frames.missed").counter().count()).isEqualTo(1);
  }

  @Test
  void theLastFollowerThatGoesTakesTheNodeWithIt() {
    Screen.Socket socket = followAt(there);
    assertThat(there.isFollowed(TOPIC)).isTrue();
    there.unfollow(TOPIC, socket);
    assertThat(there.isFollowed(TOPIC)).isFalse();
    assertThat(log.nodes(TOPIC)).isEmpty();
  }

  @Test
  void whoUnfollowsWhileItIsBeingReadHearsNothingFurther() {
    for (int i = 0; i < 10; i++) {
      append(List.of());
    }
    Screen.Socket socket = screen.connect(agenda, chance);
    there.follow(REF, TOPIC, null, null, socket);
    there.unfollow(TOPIC, socket);
    agenda.finish();
    assertThat(shown()).isZero();
    assertThat(screen.isLive()).isFalse();
  }

  @Test
  void onlyTheLastEventsComeFirstWhenNoMoreAreAskedFor() {
    for (int i = 0; i < 10; i++) {
      append(List.of());
    }
    var socket = new NarrowSocket(agenda);
    here.follow(REF, TOPIC, null, 3, socket);
    agenda.finish();
    assertThat(socket.frames()).hasSize(4);
    assertThat(socket.frames().getFirst()).contains("\"seq\":8,");
    assertThat(socket.frames().getLast()).contains("\"type\":\"followed\"", "\"seq\":10,\"from\":8,\"limited\":false");
    append(List.of());
    assertThat(socket.frames()).hasSize(5);
  }

  @Test
  void moreThanThereAreIsAllOfThem() {
    append(List.of());
    var socket = new NarrowSocket(agenda);
    here.follow(REF, TOPIC, null, 500, socket);
    agenda.finish();
    assertThat(socket.frames().getLast()).contains("\"seq\":1,\"from\":1,\"limited\":false");
  }

  @Test
  void whoListensIsToldWhenTheLogHasLostItsTail() {
    followAt(there);
    fiveThatAreHeard();
    log.loseAfter(TOPIC, 3);
    there.checkHeads();
    agenda.finish();
    assertThat(screen.resyncs()).containsExactly(ResyncReason.AHEAD);
    assertScreenIsTheLog();
  }

  @Test
  void whoListensIsToldWhenTheLogHasGrownAgainAsFarWithOtherEvents() {
    followAt(there);
    fiveThatAreHeard();
    log.loseAfter(TOPIC, 3);
    log.append(TOPIC, "another-4", EVENT);
    log.append(TOPIC, "another-5", EVENT);
    there.checkHeads();
    agenda.finish();
    assertThat(screen.resyncs()).containsExactly(ResyncReason.DIVERGED);
    assertScreenIsTheLog();
  }

  @Test
  void theNextEventOfALogThatLostItsTailTellsAtOnce() {
    followAt(there);
    fiveThatAreHeard();
    log.loseAfter(TOPIC, 3);
    long seq = log.append(TOPIC, "another-4", EVENT);
    here.announce(new Appended(TOPIC, seq, "another-4", seq, EVENT, log.nodes(TOPIC)));
    agenda.finish();
    assertThat(screen.resyncs()).containsExactly(ResyncReason.AHEAD);
    assertScreenIsTheLog();
  }

  @Test
  void anEventThatIsToldTwiceIsNoReasonToBeginAnew() {
    followAt(there);
    fiveThatAreHeard();
    here.announce(new Appended(TOPIC, 2, "id-1", 2, EVENT, log.nodes(TOPIC)));
    here.announce(new Appended(TOPIC, 5, "id-4", 5, EVENT, log.nodes(TOPIC)));
    there.checkHeads();
    agenda.finish();
    assertThat(screen.resyncs()).isEmpty();
    assertScreenIsTheLog();
  }

  @Test
  void whoIsSlowerThanTheLogIsShortenedIsToldThatItIsLimited() {
    followAt(there);
    fiveThatAreHeard();
    for (int i = 0; i < 10; i++) {
      append(List.of());
    }
    log.trimBefore(TOPIC, 12);
    there.checkHeads();
    agenda.finish();
    assertThat(screen.isLimited()).isTrue();
    assertScreenIsTheLog();
    append(log.nodes(TOPIC));
    assertScreenIsTheLog();
  }

  private void fiveThatAreHeard() {
    for (int i = 0; i < 5; i++) {
      append(log.nodes(TOPIC));
    }
    assertThat(shown()).isEqualTo(5);
  }

  private void assertScreenIsTheLog() {
    assertThat(screen.isLive()).as("told that it is followed").isTrue();
    List<LoggedEvent> entries = log.entries(TOPIC).stream().map(one -> LoggedEvent.of(one.seq(), one.tail())).toList();
    assertThat(new Checker(history, new Logs(Map.of(TOPIC.name(), entries)))
        .violationsAtRest(Map.of("screen", TOPIC.name()))).filteredOn(violation -> !violation.check().equals("C2"))
        .isEmpty();
  }

  /// A console that comes back follows all its conversations at once.
  @Test
  void manyTopicsResumedOnOneSocketNeverFillIt() {
    var socket = new NarrowSocket(agenda);
    for (int number = 1; number <= 9; number++) {
      Topic topic = SimulatedDesk.topic(number);
      for (int i = 0; i < 150; i++) {
        log.append(topic, "id-" + i, EVENT);
      }
      here.follow(REF, topic, null, null, socket);
    }
    agenda.finish();
    assertThat(socket.most()).isBetween(100, 200);
    assertThat(socket.written()).isEqualTo(9 * (150 + 1));
  }

  @Test
  void whoFollowsTwiceHearsEachEventOnce() {
    for (int i = 0; i < 10; i++) {
      append(List.of());
    }
    Screen.Socket socket = screen.connect(agenda, chance);
    there.follow(REF, TOPIC, null, null, socket);
    there.follow(REF, TOPIC, null, null, socket);
    agenda.finish();
    append(log.nodes(TOPIC));
    assertThat(shown()).isEqualTo(11);
    assertThat(there.heads(List.of(TOPIC), socket)).hasSize(1);
    assertThat(new Checker(history, new Logs(Map.of())).violations())
        .isEmpty();
  }

  @Test
  void theHeadsOfManyTopicsAreAskedForAPageAtATime() {
    var socket = new NarrowSocket(agenda);
    List<Topic> topics = IntStream.range(0, 1_500).mapToObj("%022d"::formatted)
        .<Topic>map(id -> new Topic.Buyer(new ConversationId(id))).toList();
    topics.forEach(topic -> there.follow(REF, topic, null, null, socket));
    agenda.finish();
    topics.forEach(topic -> log.append(topic, "id", EVENT));
    there.checkHeads();
    agenda.finish();
    assertThat(socket.written()).as("each was asked for").isEqualTo(2 * 1_500);
    assertThat(log.mostHeads()).isEqualTo(500);
  }
}
