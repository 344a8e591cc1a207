package dev.xiaoer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.check.Checker;
import dev.xiaoer.check.Fact;
import dev.xiaoer.check.History;
import dev.xiaoer.check.LoggedEvent;
import dev.xiaoer.check.Logs;
import dev.xiaoer.check.Violation;
import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import io.lettuce.core.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One seed's life of one conversation: several authors, each command maybe repeated, with the same words or others, by
/// who may and who may not. All of it is sent at once on one connection, so the answers come in the order of the model.
final class AppendHistory {

  private static final String DESK = "desk";
  private static final List<String> AGENTS = List.of("li", "wang");

  private final Random chance;
  private final RedisLink redis;
  private final Conversations conversations;
  private final ConversationId id;
  private final Topic buyerTopic;
  private final Topic staffTopic;
  private final ModelConversation model = new ModelConversation();
  private final History history;
  private final List<Runnable> compares = new ArrayList<>();
  private final List<CompletableFuture<?>> running = new ArrayList<>();
  private final List<Ref> refs = new ArrayList<>();

  AppendHistory(RedisLink redis, long seed) {
    this(redis, TestConversations.over(redis, TestHubs.silent(), TestHubs.ids(seed)), seed);
  }

  /// @param conversations what is tried, on `redis`
  AppendHistory(RedisLink redis, Conversations conversations, long seed) {
    this.chance = new Random(seed);
    this.redis = redis;
    this.conversations = conversations;
    this.id = new ConversationId("c" + "%021d".formatted(seed));
    this.buyerTopic = new Topic.Buyer(id);
    this.staffTopic = new Topic.Staff(id);
    long[] clock = {0};
    this.history = new History(() -> clock[0]++);
    for (int i = 0; i < 12; i++) {
      refs.add(new Ref("ref-%04d-%016d".formatted(i, seed)));
    }
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }

  AppendHistory live(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
    }
    return this;
  }

  private void step() {
    Ref ref = any(refs);
    String text = chance.nextInt(4) == 0 ? "在?" : "在吗";
    String agent = chance.nextInt(4) == 0 || model.agent().isEmpty() ? any(AGENTS) : model.agent();
    long revision = model.revision() - (chance.nextInt(5) == 0 ? 1 : 0);
    switch (chance.nextInt(16)) {
      case 0, 1, 2, 3 -> open(ref, text);
      case 4, 5, 6 -> buyerPosts(ref, text);
      case 7, 8, 9 -> agentPosts(agent, revision, ref, text);
      case 10 -> note(agent, ref, text);
      case 11, 12, 13 -> assign(model.claim() + chance.nextInt(4) - 1, any(AGENTS));
      case 14 -> requeue(agent);
      default -> {
        if (chance.nextInt(3) == 0) {
          close(agent, revision, ref);
        }
      }
    }
  }

  private void open(Ref ref, String text) {
    String shop = chance.nextInt(10) == 0 && !model.state().equals("NONE") ? "another" : "shop";
    Object expected = model.buyerPosts(true, shop.equals("shop"), ref.value(), text);
    command("open", ref, "message.posted", text, null, null, buyerTopic, expected,
        () -> conversations.open(id, new Opening(DESK, shop, "group", new BuyerCard("anna", null), ref, text))
            .thenApply(Conversations.Opened::outcome));
  }

  private void buyerPosts(Ref ref, String text) {
    String buyer = chance.nextInt(10) == 0 ? "bo" : "anna";
    Object expected = model.buyerPosts(false, buyer.equals("anna"), ref.value(), text);
    command("post by " + buyer, ref, "message.posted", text, null, null, buyerTopic, expected,
        () -> conversations.postAsBuyer(id, new Asker("shop", buyer), ref, text));
  }

  private void agentPosts(String agent, long revision, Ref ref, String text) {
    Object expected = model.agentPosts(agent, revision, ref.value(), text);
    command("post by " + agent, ref, "message.posted", text, agent, revision, buyerTopic, expected,
        () -> conversations.postAsAgent(id, new Speaker(DESK, agent), revision, ref, text));
  }

  private void note(String agent, Ref ref, String text) {
    String desk = chance.nextInt(5) == 0 ? "another" : DESK;
    Object expected = model.note(agent, desk.equals(DESK), ref.value(), text);
    command("note by " + agent, ref, "note.posted", text, agent, null, staffTopic, expected,
        () -> conversations.postNote(id, new Speaker(desk, agent), ref, text));
  }

  private void close(String agent, long revision, Ref ref) {
    Object expected = model.close(agent, revision, ref.value());
    command("close by " + agent, ref, "conversation.closed", "", agent, revision, buyerTopic, expected,
        () -> conversations.close(id, new Speaker(DESK, agent), revision, ref));
  }

  private void command(String what, Ref ref, String type, String text, @Nullable String agent,
      @Nullable Long revision, Topic topic, Object expected,
      Supplier<CompletionStage<Outcome>> send) {
    String client = agent == null ? "anna" : agent;
    history.add(at -> new Fact.Invoke(at, client, topic.name(), ref.value(), type, text, agent, revision));
    send(what + " " + ref + " " + text, send, outcome -> switch (outcome) {
      case Outcome.Done done -> {
        history.add(at -> new Fact.Ok(at, client, topic.name(), ref.value(), done.seq(), done.id()));
        assertThat(done.id()).isEqualTo(ref.value());
        yield done.seq();
      }
      case Outcome.Refused(var code) -> {
        history.add(at -> new Fact.Refused(at, client, ref.value(), code.name()));
        yield code;
      }
    }, expected);
  }

  private void assign(long number, String agent) {
    ModelConversation.Turned expected = model.assign(number, agent);
    send("assign " + number + " to " + agent, () -> conversations.assign(new Claimed(id, number,
        new AgentCard(agent, agent), AssignmentReason.LEAST_LOADED, 0, 3)), AppendHistory::word, word(expected));
  }

  private void requeue(String agent) {
    ModelConversation.Turned expected = model.requeue(agent);
    send("requeue from " + agent, () -> conversations.requeue(id, agent, RequeueReason.AGENT_LOST),
        AppendHistory::word, word(expected));
  }

  /// Also says which revision is in force, if the turn was taken or had been.
  private Object word(ModelConversation.Turned turned) {
    return switch (turned) {
      case TAKEN, REPEATED -> "revision " + model.revision();
      case NOT_FOUND, CLOSED, STALE, ANSWERED -> turned.name();
    };
  }

  private static Object word(Turn turn) {
    return switch (turn) {
      case Turn.Taken(long revision) -> "revision " + revision;
      case Turn.Not(var why) -> why.name();
    };
  }

  private <T> void send(String what, Supplier<CompletionStage<T>> command, Function<T, Object> answer,
      Object expected) {
    CompletableFuture<T> sent = command.get().toCompletableFuture();
    running.add(sent);
    compares.add(() -> assertThat(answer.apply(sent.join())).as("%s: %s", id, what).isEqualTo(expected));
  }

  /// The scripts have answered as the model, and have written as the model.
  void agreesWithTheModel() {
    compares.forEach(Runnable::run);
    Logs logs = logs();
    assertThat(logs.byTopic().get(buyerTopic.name())).extracting(LoggedEvent::type).isEqualTo(model.buyerLog());
    assertThat(logs.byTopic().get(staffTopic.name())).extracting(LoggedEvent::type).isEqualTo(model.staffLog());
    assertThat(violations(logs)).isEmpty();
    ConversationRecord record = conversations.find(id).toCompletableFuture().join();
    if (record == null) {
      assertThat(model.state()).isEqualTo("NONE");
      return;
    }
    assertThat(record.state().name()).isEqualTo(model.state());
    assertThat(record.revision()).isEqualTo(model.revision());
    assertThat(record.claim()).isEqualTo(model.claim());
    assertThat(record.asked() > 0).isEqualTo(model.asked());
    assertThat(record.state() == ConversationRecord.State.ASSIGNED ? record.agent() : model.agent())
        .isEqualTo(model.agent());
    long last = logs.byTopic().values().stream().flatMap(List::stream).mapToLong(LoggedEvent::ts).max().orElse(0);
    assertThat(record.lastAt()).isEqualTo(last);
  }

  /// What the checker says, whatever the model does.
  List<Violation> violations() {
    CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new)).join();
    return violations(logs());
  }

  private List<Violation> violations(Logs logs) {
    return new Checker(history, logs).violations().stream()
        .filter(violation -> !violation.check().equals("C4")) // refs are drawn by lot: their order says nothing
        .toList();
  }

  private Logs logs() {
    return new Logs(Map.of(buyerTopic.name(), log(buyerTopic), staffTopic.name(), log(staffTopic)));
  }

  private List<LoggedEvent> log(Topic topic) {
    return redis.commands().xrange(TopicKeys.log(topic), Range.unbounded()).toCompletableFuture().join().stream()
        .map(entry -> LoggedEvent.of(Long.parseLong(entry.getId().substring(0, entry.getId().indexOf('-'))),
            entry.getBody().getOrDefault("e", "")))
        .toList();
  }
}
