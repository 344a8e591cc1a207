package dev.xiaoer.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.xiaoer.conversation.RedisConversationScripts.Appending;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.ForBuyer.Attachment;
import dev.xiaoer.protocol.ForStaff;
import dev.xiaoer.protocol.ForStaff.RequeueReason;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Signal;
import dev.xiaoer.protocol.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Makes the events, has a script append them, and tells the hub. Stateless; any thread.
final class RedisConversations implements Conversations {

  /// Stands in an event for the revision, which only the script knows.
  private static final String REVISION = "-7777777";

  private final RedisConversationScripts scripts;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;
  private final Cache<ConversationId, ConversationCard> cards = Caffeine.newBuilder()
      .maximumSize(50_000)
      .expireAfterAccess(Duration.ofMinutes(30))
      .build();

  RedisConversations(RedisConversationScripts scripts, Hub hub, StrictJson json, Ids ids) {
    this.scripts = scripts;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  @Override
  public CompletionStage<Outcome> open(ConversationId id, Opening opening) {
    String openingId = ids.next();
    String opened = json.write(new ForBuyer.ConversationOpened(opening.shop(), opening.group(), opening.buyer(),
        null));
    String posted = json.write(new ForBuyer.MessagePosted(new Author.Buyer(), opening.text()));
    var topic = new Topic.Buyer(id);
    return scripts.open(id, opening, openingId, opened, posted).thenApply(appending -> {
      if (appending instanceof Appending.Done done && done.opened()) {
        hub.announce(new Appended(topic, 1, openingId, done.ts(), opened, done.nodes()));
      }
      return tell(topic, opening.ref(), posted, appending);
    });
  }

  @Override
  public CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, String text) {
    return postAsBuyer(id, buyer, ref, new ForBuyer.MessagePosted(new Author.Buyer(), text));
  }

  @Override
  public CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, Attachment attachment) {
    return postAsBuyer(id, buyer, ref, new ForBuyer.AttachmentPosted(new Author.Buyer(), attachment));
  }

  private CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, ForBuyer event) {
    String body = json.write(event);
    return scripts.postAsBuyer(id, buyer, ref, body)
        .thenApply(appending -> tell(new Topic.Buyer(id), ref, body, appending));
  }

  @Override
  public CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref, String text) {
    return postAsAgent(id, agent, revision, ref, new ForBuyer.MessagePosted(agent.author(), text));
  }

  @Override
  public CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref,
      Attachment attachment) {
    return postAsAgent(id, agent, revision, ref, new ForBuyer.AttachmentPosted(agent.author(), attachment));
  }

  private CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref,
      ForBuyer event) {
    String body = json.write(event);
    return scripts.postAsAgent(id, agent, revision, ref, body)
        .thenApply(appending -> tell(new Topic.Buyer(id), ref, body, appending));
  }

  @Override
  public CompletionStage<Outcome> postNote(ConversationId id, Speaker author, Ref ref, String text) {
    String body = json.write(new ForStaff.NotePosted(author.author(), text, List.of()));
    return scripts.postNote(id, author.desk(), ref, body)
        .thenApply(appending -> tell(new Topic.Staff(id), ref, body, appending));
  }

  @Override
  public CompletionStage<Outcome> close(ConversationId id, Speaker agent, long revision, Ref ref) {
    String body = json.write(new ForBuyer.ConversationClosed(agent.author(), false));
    return scripts.close(id, agent, revision, ref, body)
        .thenApply(appending -> tell(new Topic.Buyer(id), ref, body, appending));
  }

  /// A repeat announces again: the node that wrote it may have died before it told anybody.
  private Outcome tell(Topic topic, Ref ref, String event, Appending appending) {
    return switch (appending) {
      case Appending.Refused(var code) -> new Outcome.Refused(code);
      case Appending.Done(long seq, long ts, var nodes, boolean opened) -> {
        hub.announce(new Appended(topic, seq, ref.value(), ts, event, nodes));
        yield new Outcome.Done(topic, seq, ref.value(), ts);
      }
    };
  }

  @Override
  public CompletionStage<Turn> assign(Claimed claimed) {
    String forBuyer = json.write(new ForBuyer.ConversationAssigned(claimed.agent()));
    String forStaff = json.write(new ForStaff.AssignmentExplained(claimed.agent().id(), Long.parseLong(REVISION),
        claimed.reason(), claimed.load(), claimed.cap()));
    return turn(claimed.conversation(), forBuyer, forStaff,
        (buyerId, staffId, staff) -> scripts.assign(claimed, buyerId, forBuyer, staffId, staff));
  }

  @Override
  public CompletionStage<Turn> requeue(ConversationId id, String agent, RequeueReason reason) {
    String forBuyer = json.write(new ForBuyer.ConversationRequeued());
    String forStaff = json.write(new ForStaff.RequeueExplained(agent, Long.parseLong(REVISION), reason));
    return turn(id, forBuyer, forStaff,
        (buyerId, staffId, staff) -> scripts.requeue(id, agent, buyerId, forBuyer, staffId, staff));
  }

  private CompletionStage<Turn> turn(ConversationId id, String forBuyer, String forStaff, TurnScript script) {
    String buyerId = ids.next();
    String staffId = ids.next();
    int at = forStaff.indexOf(REVISION);
    var around = new Around(forStaff.substring(0, at), forStaff.substring(at + REVISION.length()));
    return script.run(buyerId, staffId, around).thenApply(turning -> switch (turning) {
      case RedisConversationScripts.Turning.Not(var why) -> new Turn.Not(why);
      case RedisConversationScripts.Turning.Repeated(long revision) -> new Turn.Taken(revision);
      case RedisConversationScripts.Turning.Done done -> {
        hub.announce(
            new Appended(new Topic.Buyer(id), done.buyerSeq(), buyerId, done.ts(), forBuyer, done.buyerNodes()));
        hub.announce(new Appended(new Topic.Staff(id), done.staffSeq(), staffId, done.ts(), done.staffEvent(),
            done.staffNodes()));
        yield new Turn.Taken(done.revision());
      }
    });
  }

  /// What stands before and behind the revision in an event.
  record Around(String before, String after) {}

  private interface TurnScript {
    CompletionStage<RedisConversationScripts.Turning> run(String buyerId, String staffId, Around staffEvent);
  }

  @Override
  public CompletionStage<@Nullable ConversationCard> card(ConversationId id) {
    ConversationCard known = cards.getIfPresent(id);
    if (known != null) {
      return CompletableFuture.completedStage(known);
    }
    return find(id).thenApply(record -> {
      if (record == null) {
        return null;
      }
      cards.put(id, record.card());
      return record.card();
    });
  }

  @Override
  public CompletionStage<@Nullable ConversationRecord> find(ConversationId id) {
    return scripts.find(id);
  }

  @Override
  public void mark(ConversationId id, Author side, Mark mark, long seq) {
    scripts.mark(id, side, mark, seq).thenAccept(nodes -> {
      if (nodes != null) {
        hub.signal(new Topic.Buyer(id), signal(side, mark, seq), nodes);
      }
    });
  }

  @Override
  public void typing(ConversationId id, Author side) {
    var topic = new Topic.Buyer(id);
    scripts.listeners(topic).thenAccept(nodes -> hub.signal(topic, new Signal.Typing(side), nodes));
  }

  @Override
  public void tellMarks(ConversationId id) {
    scripts.marks(id).thenAccept(marks -> marks.forEach((mark, seq) -> hub.signalHere(new Topic.Buyer(id),
        signal(mark.side(), mark.mark(), seq))));
  }

  private static Signal signal(Author side, Mark mark, long seq) {
    return switch (mark) {
      case RECEIVED -> new Signal.Received(side, seq);
      case READ -> new Signal.Read(side, seq);
    };
  }
}
