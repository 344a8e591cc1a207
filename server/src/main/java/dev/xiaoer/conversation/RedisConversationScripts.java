package dev.xiaoer.conversation;

import static dev.xiaoer.conversation.ConversationKeys.record;
import static dev.xiaoer.conversation.ConversationKeys.refs;
import static dev.xiaoer.hub.TopicKeys.log;
import static dev.xiaoer.hub.TopicKeys.nodes;

import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Mark;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.RedisConversations.Around;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The scripts of a conversation: one method each, of the same name, with typed keys, arguments and answers.
final class RedisConversationScripts {

  private static final Script OPEN = script("open_conversation", "append", "buyer_says");
  private static final Script POST_AS_BUYER = script("post_as_buyer", "append", "buyer_says");
  private static final Script POST_AS_AGENT = script("post_as_agent", "append", "agent_says");
  private static final Script POST_NOTE = script("post_note", "append");
  private static final Script CLOSE = script("close_conversation", "append", "agent_says");
  private static final Script ASSIGN = script("assign_conversation", "append");
  private static final Script REQUEUE = script("requeue_conversation", "append");
  private static final Script MARK = script("mark_position");

  private final RedisLink redis;

  RedisConversationScripts(RedisLink redis) {
    this.redis = redis;
  }

  private static Script script(String name, String... preludes) {
    return Script.of(RedisConversationScripts.class, name, preludes);
  }

  /// What an appending script answered.
  sealed interface Appending {
    /// @param opened whether this made the conversation
    record Done(long seq, long ts, List<String> nodes, boolean opened) implements Appending {}

    record Refused(Refusal code) implements Appending {}
  }

  /// What a script that changes whose turn it is answered.
  sealed interface Turning {
    record Done(long revision, long ts, long buyerSeq, List<String> buyerNodes, long staffSeq, String staffEvent,
        List<String> staffNodes) implements Turning {}

    record Repeated(long revision) implements Turning {}

    record Not(Turn.Why why) implements Turning {}
  }

  CompletionStage<Appending> open(ConversationId id, Opening opening, String openingId, String opened, String posted) {
    BuyerCard buyer = opening.buyer();
    return redis.write(OPEN, buyerKeys(id), opening.desk(), opening.shop(), opening.group(), buyer.id(),
        buyer.name() == null ? "" : buyer.name(), opening.ref().value(), print(posted), openingId, opened, posted)
        .thenApply(RedisConversationScripts::appending);
  }

  CompletionStage<Appending> postAsBuyer(ConversationId id, Asker buyer, Ref ref, String event) {
    return redis.write(POST_AS_BUYER, buyerKeys(id), buyer.shop(), buyer.id(), ref.value(), print(event), event)
        .thenApply(RedisConversationScripts::appending);
  }

  CompletionStage<Appending> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref, String event) {
    return redis.write(POST_AS_AGENT, buyerKeys(id), agent.desk(), agent.id(), Long.toString(revision), ref.value(),
        print(event), event).thenApply(RedisConversationScripts::appending);
  }

  CompletionStage<Appending> close(ConversationId id, Speaker agent, long revision, Ref ref, String event) {
    return redis.write(CLOSE, buyerKeys(id), agent.desk(), agent.id(), Long.toString(revision), ref.value(),
        print(event), event).thenApply(RedisConversationScripts::appending);
  }

  CompletionStage<Appending> postNote(ConversationId id, String desk, Ref ref, String event) {
    var topic = new Topic.Staff(id);
    return redis.write(POST_NOTE, List.of(record(id), log(topic), refs(id), nodes(topic)), desk, ref.value(),
        print(event), event).thenApply(RedisConversationScripts::appending);
  }

  CompletionStage<Turning> assign(Claimed claimed, String buyerId, String buyerEvent, String staffId, Around staff) {
    return redis.write(ASSIGN, turnKeys(claimed.conversation()), Long.toString(claimed.number()),
        claimed.agent().id(), buyerId, buyerEvent, staffId, staff.before(), staff.after())
        .thenApply(RedisConversationScripts::turning);
  }

  CompletionStage<Turning> requeue(ConversationId id, String agent, String buyerId, String buyerEvent, String staffId,
      Around staff) {
    return redis.write(REQUEUE, turnKeys(id), agent, buyerId, buyerEvent, staffId, staff.before(), staff.after())
        .thenApply(RedisConversationScripts::turning);
  }

  /// The nodes to tell, or null when the mark stays where it is.
  CompletionStage<@Nullable List<String>> mark(ConversationId id, Author side, Mark mark, long seq) {
    List<String> keys = List.of(record(id), ConversationKeys.marks(id), nodes(new Topic.Buyer(id)));
    return redis.read(MARK, keys, new SideMark(side, mark).field(), Long.toString(seq))
        .thenApply(answer -> answer.getFirst().equals("MOVED") ? texts(answer.get(1)) : null);
  }

  CompletionStage<List<String>> listeners(Topic topic) {
    return redis.commands().smembers(nodes(topic)).thenApply(List::copyOf);
  }

  record SideMark(Author side, Mark mark) {
    String field() {
      return side.name() + ' ' + mark.name().toLowerCase(Locale.ROOT);
    }

    static SideMark of(String field) {
      int space = field.indexOf(' ');
      return new SideMark(Author.parse(field.substring(0, space)),
          Mark.valueOf(field.substring(space + 1).toUpperCase(Locale.ROOT)));
    }
  }

  CompletionStage<Map<SideMark, Long>> marks(ConversationId id) {
    return redis.commands().hgetall(ConversationKeys.marks(id)).thenApply(fields -> {
      var found = new HashMap<SideMark, Long>();
      fields.forEach((field, seq) -> found.put(SideMark.of(field), Long.valueOf(seq)));
      return found;
    });
  }

  CompletionStage<@Nullable ConversationRecord> find(ConversationId id) {
    return redis.commands().hgetall(record(id)).thenApply(fields -> fields.isEmpty() ? null : conversation(fields));
  }

  private static ConversationRecord conversation(Map<String, String> fields) {
    String name = field(fields, "name");
    var card = new ConversationCard(field(fields, "desk"), field(fields, "shop"), field(fields, "group"),
        field(fields, "buyer"));
    return new ConversationRecord(card, new BuyerCard(card.buyer(), name.isEmpty() ? null : name),
        ConversationRecord.State.valueOf(field(fields, "state")), field(fields, "agent"), number(fields, "revision"),
        number(fields, "claim"), number(fields, "asked"), number(fields, "ts"));
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalStateException("a conversation's record lacks " + name);
    }
    return value;
  }

  private static long number(Map<String, String> fields, String name) {
    String value = field(fields, name);
    return value.isEmpty() ? 0 : Long.parseLong(value);
  }

  private static List<String> buyerKeys(ConversationId id) {
    var topic = new Topic.Buyer(id);
    return List.of(record(id), log(topic), refs(id), nodes(topic));
  }

  private static List<String> turnKeys(ConversationId id) {
    var buyer = new Topic.Buyer(id);
    var staff = new Topic.Staff(id);
    return List.of(record(id), log(buyer), log(staff), nodes(buyer), nodes(staff));
  }

  private static Appending appending(List<Object> answer) {
    String word = (String) answer.getFirst();
    return switch (word) {
      case "OPENED", "APPENDED", "REPEATED" -> new Appending.Done((long) answer.get(1), (long) answer.get(2),
          texts(answer.get(3)), word.equals("OPENED"));
      default -> new Appending.Refused(Refusal.valueOf(word));
    };
  }

  private static Turning turning(List<Object> answer) {
    String word = (String) answer.getFirst();
    return switch (word) {
      case "APPENDED" -> new Turning.Done((long) answer.get(1), (long) answer.get(2), (long) answer.get(3),
          texts(answer.get(4)), (long) answer.get(5), (String) answer.get(6), texts(answer.get(7)));
      case "REPEATED" -> new Turning.Repeated((long) answer.get(1));
      default -> new Turning.Not(Turn.Why.valueOf(word));
    };
  }

  private static List<String> texts(Object list) {
    var texts = new ArrayList<String>();
    for (Object text : (List<?>) list) {
      texts.add((String) text);
    }
    return texts;
  }

  /// Tells the repeat of a command from another command with its ref; the event names its author.
  private static String print(String event) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
