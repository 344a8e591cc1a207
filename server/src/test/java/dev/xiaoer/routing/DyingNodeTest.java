package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.ClassRedis;
import io.lettuce.core.Range;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A node is killed behind every single call of a command; another one sweeps, and the client sends the command again.
class DyingNodeTest {

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.onDisk();

  private static int desks;

  private String desk;
  private SimulatedNode dying;
  private SimulatedNode other;
  private ConversationId conversation;
  private ConversationRecord record;

  /// A desk with a conversation that is li's.
  @BeforeEach
  void open() {
    desk = "dying" + desks++;
    dying = new SimulatedNode(REDIS.link(), desks, Duration.ZERO);
    other = new SimulatedNode(REDIS.link(), desks + 1_000L, Duration.ZERO);
    other.availability.set(new Agent(desk, "li", "小李", Set.of("group"), 5), AvailabilityState.ONLINE);
    var opening = new Opening(desk, "shop-" + desk, "group", new BuyerCard("anna", null),
        new Ref("the-opening-of-anna"), "在吗");
    other.finish();
    other.reception.start(opening);
    other.finish();
    conversation = ConversationIds.openedBy(opening.shop(), "anna", opening.ref());
    record = record();
    assertThat(record.agent()).isEqualTo("li");
  }

  private ConversationRecord record() {
    var found = other.conversations.find(conversation).toCompletableFuture();
    other.finish();
    return Objects.requireNonNull(found.join());
  }

  private Speaker li() {
    return new Speaker(desk, "li");
  }

  /// @return whether it died before it was done
  private boolean diesAfter(int calls, Function<SimulatedNode, CompletionStage<Outcome>> command) {
    var _ = command.apply(dying);
    for (int i = 0; i < calls; i++) {
      if (dying.link.waiting() == 0) {
        return false;
      }
      dying.link.carryOut(0);
    }
    dying.link.crash(dying.link.waiting() - 1);
    other.sweep.sweep(desk);
    other.finish();
    return true;
  }

  private Outcome again(Function<SimulatedNode, CompletionStage<Outcome>> command) {
    var outcome = command.apply(other).toCompletableFuture();
    other.finish();
    return outcome.join();
  }

  private long times(Topic topic, String what) {
    return REDIS.link().commands().xrange(TopicKeys.log(topic), Range.unbounded()).toCompletableFuture().join().stream()
        .filter(entry -> entry.getBody().toString().contains(what)).count();
  }

  @Test
  void aMentionComesOnceIfItsNoteWasWritten() {
    var ref = new Ref("the-note-of-colleague-li");
    int calls = 0;
    while (true) {
      Function<SimulatedNode, CompletionStage<Outcome>> note = node -> node.mentions.post(conversation, li(), ref,
          "看一下", List.of("wang", "zhao", "wang"));
      if (!diesAfter(calls, note)) {
        break;
      }
      long written = times(new Topic.Staff(conversation), "note.posted");
      for (String colleague : List.of("wang", "zhao")) {
        assertThat(times(new Topic.Agent(desk, colleague), "mentioned"))
            .as("%s, killed after %d calls", colleague, calls).isEqualTo(written);
      }
      assertThat(again(note)).isInstanceOf(Outcome.Done.class);
      assertThat(times(new Topic.Staff(conversation), "note.posted")).isEqualTo(1);
      for (String colleague : List.of("wang", "zhao")) {
        assertThat(times(new Topic.Agent(desk, colleague), "mentioned"))
            .as("%s, again after %d calls", colleague, calls).isEqualTo(1);
      }
      calls++;
      open();
    }
    assertThat(calls).as("mark, note, two colleagues, and what is read for them").isGreaterThan(4);
  }

  @Test
  void thanksAndEndAreWrittenBothOrNeitherAndOnce() {
    var ref = new Ref("the-thanks-of-agent-li");
    int calls = 0;
    while (true) {
      var topic = new Topic.Buyer(conversation);
      long revision = record.revision();
      Function<SimulatedNode, CompletionStage<Outcome>> close = node -> node.reception.close(conversation, li(),
          revision, ref, "再见");
      if (!diesAfter(calls, close)) {
        break;
      }
      assertThat(times(topic, "再见")).as("killed after %d calls", calls)
          .isEqualTo(times(topic, "conversation.closed"));
      assertThat(again(close)).isInstanceOf(Outcome.Done.class);
      assertThat(times(topic, "再见")).isEqualTo(1);
      assertThat(times(topic, "conversation.closed")).isEqualTo(1);
      assertThat(record().state()).isEqualTo(ConversationRecord.State.CLOSED);
      other.sweep.sweep(desk);
      other.finish();
      assertThat(DeskState.of(REDIS.link(), desk, List.of("group"), List.of("li")).owners()).isEmpty();
      calls++;
      open();
    }
    assertThat(calls).as("mark, close, and what the desk does then").isGreaterThan(2);
  }
}
