package dev.xiaoer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.check.Checker;
import dev.xiaoer.check.LoggedEvent;
import dev.xiaoer.check.Logs;
import dev.xiaoer.check.Violation;
import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.protocol.Card;
import dev.xiaoer.protocol.CardAsked;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.AgentCard;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.ForStaff.AssignmentReason;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One seed's life of one conversation: several authors, each command maybe repeated, with the same words or others, by
/// who may and who may not. All of it is sent at once on one connection, so the answers come in the order of the model.
final class AppendHistory {

  private static final String DESK = "desk";
  private static final List<String> AGENTS = List.of("li", "wang");

  private final Random chance;
  private final Conversations conversations;
  private final ConversationId id;
  private final Topic buyerTopic;
  private final Topic staffTopic;
  private final ModelConversation model;
  private final SentCommands sent;
  private final WrittenConversation log;
  private final List<Ref> refs = new ArrayList<>();

  AppendHistory(RedisLink redis, long seed) {
    this(redis, TestConversations.over(redis, TestHubs.silent(), TestHubs.ids(seed), patience(seed)), seed);
  }

  /// In some lives everything that has a limit comes too late.
  private static ConversationSettings patience(long seed) {
    Duration limit = isTooLate(seed) ? Duration.ofMillis(-1) : Duration.ofMinutes(2);
    return new ConversationSettings(limit, limit);
  }

  private static boolean isTooLate(long seed) {
    return seed % 5 == 0;
  }

  /// @param conversations what is tried, on `redis`
  AppendHistory(RedisLink redis, Conversations conversations, long seed) {
    this.chance = new Random(seed);
    this.model = new ModelConversation(isTooLate(seed));
    this.conversations = conversations;
    this.id = new ConversationId("c" + "%021d".formatted(seed));
    this.buyerTopic = new Topic.Buyer(id);
    this.staffTopic = new Topic.Staff(id);
    this.sent = new SentCommands(id);
    this.log = new WrittenConversation(redis, id);
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
    switch (chance.nextInt(22)) {
      case 0, 1, 2, 3 -> open(ref, text);
      case 4, 5, 6 -> buyerPosts(ref, text);
      case 7, 8, 9 -> agentPosts(agent, revision, ref, text);
      case 10 -> note(agent, ref, text);
      case 11, 12, 13 -> assign(model.claim() + chance.nextInt(4) - 1, any(AGENTS));
      case 14 -> requeue(agent);
      case 15 -> buyerShows(ref, chance.nextInt(2) == 0 ? "cup" : "pot");
      case 16 -> agentShows(agent, revision, ref);
      case 17, 18 -> recall(ref, null);
      case 19 -> recall(ref, agent);
      case 20 -> rate(ref, 1 + chance.nextInt(5));
      default -> {
        if (chance.nextInt(3) == 0) {
          close(agent, revision, ref, chance.nextBoolean() ? text : null);
        }
      }
    }
  }

  private void open(Ref ref, String text) {
    String shop = chance.nextInt(10) == 0 && !model.state().equals("NONE") ? "another" : "shop";
    Object expected = model.buyerPosts(true, shop.equals("shop"), ref.value(), "message.posted", text);
    sent.command("open", ref, "message.posted", text, null, null, buyerTopic, expected,
        () -> conversations.open(id, new Opening(DESK, shop, "group", new BuyerCard("anna", null), ref, text))
            .thenApply(Conversations.Opened::outcome));
  }

  private void buyerPosts(Ref ref, String text) {
    String buyer = chance.nextInt(10) == 0 ? "bo" : "anna";
    Object expected = model.buyerPosts(false, buyer.equals("anna"), ref.value(), "message.posted", text);
    sent.command("post by " + buyer, ref, "message.posted", text, null, null, buyerTopic, expected,
        () -> conversations.postAsBuyer(id, new Asker("shop", buyer), ref, text));
  }

  private void agentPosts(String agent, long revision, Ref ref, String text) {
    Object expected = model.agentPosts(agent, revision, ref.value(), "message.posted", text);
    sent.command("post by " + agent, ref, "message.posted", text, agent, revision, buyerTopic, expected,
        () -> conversations.postAsAgent(id, new Speaker(DESK, agent), revision, ref, text));
  }

  /// The card looks different each time; what was asked for decides whether it is a repeat.
  private Shown card(String id) {
    return new Shown(new CardAsked.Product(id), new Card.Product(id, id, chance.nextInt(100), null, null));
  }

  private void buyerShows(Ref ref, String product) {
    Object expected = model.buyerPosts(false, true, ref.value(), "card.posted", product);
    sent.command("card", ref, "card.posted", product, null, null, buyerTopic, expected,
        () -> conversations.postAsBuyer(id, new Asker("shop", "anna"), ref, card(product)));
  }

  private void agentShows(String agent, long revision, Ref ref) {
    Object expected = model.agentPosts(agent, revision, ref.value(), "card.posted", "cup");
    sent.command("card by " + agent, ref, "card.posted", "cup", agent, revision, buyerTopic, expected,
        () -> conversations.postAsAgent(id, new Speaker(DESK, agent), revision, ref, card("cup")));
  }

  private void recall(Ref ref, @Nullable String agent) {
    long seq = Math.max(1, model.buyerLog().size() - chance.nextInt(4));
    boolean own = chance.nextInt(10) > 0;
    Object expected = model.recall(agent == null ? "buyer" : agent, own, ref.value(), seq);
    sent.command("recall of " + seq, ref, "message.recalled", Long.toString(seq), agent, null, buyerTopic, expected,
        () -> agent == null
            ? conversations.recallAsBuyer(id, new Asker("shop", own ? "anna" : "bo"), ref, seq)
            : conversations.recallAsAgent(id, new Speaker(own ? DESK : "another", agent), ref, seq));
  }

  private void rate(Ref ref, int stars) {
    boolean own = chance.nextInt(10) > 0;
    Object expected = model.rate(own, ref.value(), stars);
    sent.command("rating", ref, "conversation.rated", Integer.toString(stars), null, null, buyerTopic, expected,
        () -> conversations.rate(id, new Asker(own ? "shop" : "another", "anna"), ref, stars, null));
  }

  private void note(String agent, Ref ref, String text) {
    String desk = chance.nextInt(5) == 0 ? "another" : DESK;
    Object expected = model.note(agent, desk.equals(DESK), ref.value(), text);
    sent.command("note by " + agent, ref, "note.posted", text, agent, null, staffTopic, expected,
        () -> conversations.postNote(id, new Speaker(desk, agent), ref, text, List.of()));
  }

  private void close(String agent, long revision, Ref ref, @Nullable String thanks) {
    Object expected = model.close(agent, revision, ref.value(), thanks);
    var speaker = new Speaker(DESK, agent);
    if (thanks == null) {
      sent.command("close by " + agent, ref, "conversation.closed", "", agent, revision, buyerTopic, expected,
          () -> conversations.close(id, speaker, revision, ref));
    } else {
      sent.command("thanks by " + agent, ref, "message.posted", thanks, agent, revision, buyerTopic, expected,
          () -> conversations.close(id, speaker, revision, ref, thanks));
    }
  }

  private void assign(long number, String agent) {
    ModelConversation.Turned expected = model.assign(number, agent);
    sent.send("assign " + number + " to " + agent, () -> conversations.assign(new Claimed(id, number,
        new AgentCard(agent, agent), AssignmentReason.LEAST_LOADED, 0, 3)), AppendHistory::word, word(expected));
  }

  private void requeue(String agent) {
    ModelConversation.Turned expected = model.requeue(agent);
    sent.send("requeue from " + agent, () -> conversations.requeue(id, agent, RequeueReason.AGENT_LOST),
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

  /// The scripts have answered as the model, and have written as the model.
  void agreesWithTheModel() {
    sent.areAnsweredAsExpected();
    Logs logs = log.logs();
    assertThat(logs.byTopic().get(buyerTopic.name())).extracting(LoggedEvent::type).isEqualTo(model.buyerLog());
    assertThat(logs.byTopic().get(staffTopic.name())).extracting(LoggedEvent::type).isEqualTo(model.staffLog());
    assertThat(violations(logs)).isEmpty();
    assertThat(log.recalled()).containsExactlyInAnyOrderElementsOf(model.recalled());
    ConversationRecord record = conversations.find(id).toCompletableFuture().join();
    if (record == null) {
      assertThat(model.state()).isEqualTo("NONE");
      return;
    }
    assertThat(record.state().name()).isEqualTo(model.state());
    assertThat(record.revision()).isEqualTo(model.revision());
    assertThat(record.claim()).isEqualTo(model.claim());
    assertThat(record.asked() > 0).isEqualTo(model.asked());
    assertThat(record.firstReply()).isEqualTo(log.firstReply());
    assertThat(record.state() == ConversationRecord.State.ASSIGNED ? record.agent() : model.agent())
        .isEqualTo(model.agent());
    long last = logs.byTopic().values().stream().flatMap(List::stream).mapToLong(LoggedEvent::ts).max().orElse(0);
    assertThat(record.lastAt()).isEqualTo(last);
  }

  /// What the checker says, whatever the model does.
  List<Violation> violations() {
    sent.settle();
    return violations(log.logs());
  }

  private List<Violation> violations(Logs logs) {
    return new Checker(sent.history(), logs).violations().stream()
        .filter(violation -> !violation.check().equals("C4")) // refs are drawn by lot: their order says nothing
        .toList();
  }
}
