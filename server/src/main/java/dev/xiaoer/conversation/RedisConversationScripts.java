package dev.xiaoer.conversation;

import static dev.xiaoer.conversation.Appending.texts;
import static dev.xiaoer.conversation.ConversationKeys.recalled;
import static dev.xiaoer.conversation.ConversationKeys.record;
import static dev.xiaoer.conversation.ConversationKeys.refs;
import static dev.xiaoer.hub.TopicKeys.log;
import static dev.xiaoer.hub.TopicKeys.nodes;

import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Mark;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.hub.StoredEvent;
import dev.xiaoer.json.Around;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Signal;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The scripts of a conversation: one method each, of the same name, with typed keys, arguments and answers.
final class RedisConversationScripts {

  private static final Script OPEN = script("open_conversation", "append", "buyer_says");
  private static final Script POST_AS_BUYER = script("post_as_buyer", "append", "buyer_says");
  private static final Script POST_AS_AGENT = script("post_as_agent", "append", "agent_says");
  private static final Script RECALL_AS_BUYER = script("recall_as_buyer", "append", "take_back");
  private static final Script RECALL_AS_AGENT = script("recall_as_agent", "append", "take_back");
  private static final Script RATE = script("rate_conversation", "append");
  private static final Script POST_NOTE = script("post_note", "append");
  private static final Script CLOSE = script("close_conversation", "append", "agent_says");
  private static final Script CLOSE_WITH_THANKS = script("close_with_thanks", "append", "agent_says");
  private static final Script ASSIGN = script("assign_conversation", "append");
  private static final Script REQUEUE = script("requeue_conversation", "append");
  private static final Script TRANSFER = script("transfer_conversation", "append");
  private static final Script EXPLAIN_OFFER = script("explain_offer", "append");
  private static final Script MARK = script("mark_position");

  /// Sixty bits tell two things said with one ref by one author apart, and their record fits into 16 bytes.
  private static final int PRINT = 10;

  private final RedisLink redis;
  private final ConversationSettings settings;

  RedisConversationScripts(RedisLink redis, ConversationSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  private static Script script(String name, String... preludes) {
    return Script.of(RedisConversationScripts.class, name, preludes);
  }

  /// What a script that changes whose turn it is answered.
  sealed interface Turning {
    record Done(long revision, long ts, long buyerSeq, List<String> buyerNodes, long staffSeq, String staffEvent,
        List<String> staffNodes) implements Turning {}

    record Repeated(long revision) implements Turning {}

    record Not(Turn.Why why) implements Turning {}
  }

  CompletionStage<Appending> open(ConversationId id, Opening opening, Events events) {
    BuyerCard buyer = opening.buyer();
    String contact = opening.contact() == null ? "" : opening.contact();
    return redis.write(OPEN, openKeys(id), opening.desk(), opening.shop(), opening.group(), buyer.id(),
        buyer.name() == null ? "" : buyer.name(), opening.ref().value(), print(events.posted() + contact),
        events.openedId(), events.opened(), StoredEvent.shorten(events.posted()), contact, events.leftId(),
        events.left(), opening.tier() == null ? "" : opening.tier())
        .thenApply(Appending::of);
  }

  /// The events of an opening; the message goes by its ref.
  record Events(String openedId, String opened, String posted, String leftId, String left) {}

  /// @param said what is the same whenever this ref is used again
  CompletionStage<Appending> postAsBuyer(ConversationId id, Asker buyer, Ref ref, String said, String event) {
    return redis.write(POST_AS_BUYER, buyerKeys(id), buyer.shop(), buyer.id(), ref.value(), print(said),
        StoredEvent.shorten(event)).thenApply(Appending::of);
  }

  CompletionStage<Appending> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref, String said,
      String event) {
    return redis.write(POST_AS_AGENT, buyerKeys(id), agent.desk(), agent.id(), Long.toString(revision), ref.value(),
        print(said), StoredEvent.shorten(event)).thenApply(Appending::of);
  }

  /// @param asking the event for a conversation in which an agent has replied
  CompletionStage<Appending> close(ConversationId id, Speaker agent, long revision, Ref ref, String event,
      String asking) {
    return redis.write(CLOSE, buyerKeys(id), agent.desk(), agent.id(), Long.toString(revision), ref.value(),
        print(event), event, asking).thenApply(Appending::of);
  }

  /// @param closingId of the event that stands behind the thanks
  CompletionStage<Appending> closeWithThanks(ConversationId id, Speaker agent, long revision, Ref ref, String thanks,
      String closingId, String closing) {
    return redis.write(CLOSE_WITH_THANKS, buyerKeys(id), agent.desk(), agent.id(), Long.toString(revision), ref.value(),
        print(thanks + closing), StoredEvent.shorten(thanks), closingId, closing).thenApply(Appending::of);
  }

  CompletionStage<Appending> recallAsBuyer(ConversationId id, Asker buyer, Ref ref, long seq, String event,
      String withdrawn) {
    return redis.write(RECALL_AS_BUYER, buyerKeys(id), buyer.shop(), buyer.id(), beginningsOf(new Author.Buyer()),
        Long.toString(seq), Long.toString(settings.recallLimit().toMillis()), ref.value(), print(event), event,
        withdrawn).thenApply(Appending::of);
  }

  CompletionStage<Appending> recallAsAgent(ConversationId id, Speaker agent, Ref ref, long seq, String event,
      String withdrawn) {
    return redis.write(RECALL_AS_AGENT, buyerKeys(id), agent.desk(), beginningsOf(agent.author()), Long.toString(seq),
        Long.toString(settings.recallLimit().toMillis()), ref.value(), print(event), event, withdrawn)
        .thenApply(Appending::of);
  }

  /// How the events of an author begin that can be taken back.
  private static String beginningsOf(Author author) {
    return Stream.of("message.posted", "attachment.posted", "card.posted")
        .map(type -> StoredEvent.shorten("{\"type\":\"" + type + "\",\"author\":\"" + author.name() + '"'))
        .collect(Collectors.joining("\n"));
  }

  CompletionStage<Appending> rate(ConversationId id, Asker buyer, Ref ref, int stars, String event) {
    return redis.write(RATE, buyerKeys(id), buyer.shop(), buyer.id(), Integer.toString(stars),
        Long.toString(settings.ratingLimit().toMillis()), ref.value(), print(event), event).thenApply(Appending::of);
  }

  CompletionStage<Appending> postNote(ConversationId id, String desk, Ref ref, String event) {
    var topic = new Topic.Staff(id);
    return redis.write(POST_NOTE, List.of(record(id), log(topic), refs(id), nodes(topic)), desk, ref.value(),
        print(event), event).thenApply(Appending::of);
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

  CompletionStage<Turning> transfer(Transferred transferred, String buyerId, String buyerEvent, String staffId,
      Around staff) {
    return redis.write(TRANSFER, turnKeys(transferred.conversation()), Long.toString(transferred.number()),
        transferred.agent().id(), transferred.group(), transferred.offer().from(), buyerId, buyerEvent, staffId,
        staff.before(), staff.after()).thenApply(RedisConversationScripts::turning);
  }

  CompletionStage<Appending> explainOffer(ConversationId id, Ref offer, String event) {
    var topic = new Topic.Staff(id);
    return redis.write(EXPLAIN_OFFER, List.of(record(id), log(topic), refs(id), nodes(topic)), offer.value(),
        print(event), event).thenApply(Appending::of);
  }

  /// Nobody waits for it: who misses it asks again after a while.
  void tellMoved(ConversationId id) {
    var _ = redis.publish(ConversationKeys.MOVED, id.value());
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

    Signal signal(long seq) {
      return switch (mark) {
        case RECEIVED -> new Signal.Received(side, seq);
        case READ -> new Signal.Read(side, seq);
      };
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

  CompletionStage<Boolean> wasUsed(ConversationId id, Ref ref) {
    return redis.commands().hexists(refs(id), ref.value());
  }

  CompletionStage<@Nullable ConversationRecord> find(ConversationId id) {
    return redis.commands().hgetall(record(id))
        .thenApply(fields -> fields.isEmpty() ? null : RecordFields.read(fields));
  }

  private static List<String> buyerKeys(ConversationId id) {
    var topic = new Topic.Buyer(id);
    return List.of(record(id), log(topic), refs(id), nodes(topic), recalled(id));
  }

  private static List<String> openKeys(ConversationId id) {
    var staff = new Topic.Staff(id);
    var keys = new ArrayList<>(buyerKeys(id));
    keys.addAll(List.of(log(staff), nodes(staff)));
    return keys;
  }

  private static List<String> turnKeys(ConversationId id) {
    var buyer = new Topic.Buyer(id);
    var staff = new Topic.Staff(id);
    return List.of(record(id), log(buyer), log(staff), nodes(buyer), nodes(staff));
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

  /// Tells the repeat of a command from another command with its ref; the event names its author.
  private static String print(String event) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest).substring(0, PRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
