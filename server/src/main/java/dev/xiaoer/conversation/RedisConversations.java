package dev.xiaoer.conversation;

import dev.xiaoer.conversation.RedisConversationScripts.SideMark;
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
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Signal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.protocol.TransferHow;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Makes the events, has a script append them, and tells the hub. Stateless; any thread.
final class RedisConversations implements Conversations {

  private final RedisConversationScripts scripts;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;
  private final RedisTurns turns;
  private final KnownCards cards;

  RedisConversations(RedisConversationScripts scripts, KnownCards cards, Hub hub, StrictJson json, Ids ids) {
    this.scripts = scripts;
    this.cards = cards;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
    this.turns = new RedisTurns(scripts, hub, json, ids);
  }

  @Override
  public CompletionStage<Opened> open(ConversationId id, Opening opening) {
    var events = new RedisConversationScripts.Events(ids.next(),
        json.write(new ForBuyer.ConversationOpened(opening.shop(), opening.group(), opening.buyer(),
            opening.previous(), opening.about().isEmpty() ? null : opening.about())),
        json.write(new ForBuyer.MessagePosted(new Author.Buyer(), opening.text())), ids.next(),
        opening.contact() == null ? "" : json.write(new ForStaff.ContactLeft(opening.contact())));
    var topic = new Topic.Buyer(id);
    return scripts.open(id, opening, events).thenApply(appending -> {
      boolean fresh = appending instanceof Appending.Done done && done.opened();
      if (appending instanceof Appending.Done done && fresh) {
        hub.announce(new Appended(topic, 1, events.openedId(), done.ts(), events.opened(), done.nodes()));
      }
      if (appending instanceof Appending.Done done && done.staff() instanceof Appending.Staff(long seq, var nodes)) {
        hub.announce(new Appended(new Topic.Staff(id), seq, events.leftId(), done.ts(), events.left(), nodes));
      }
      return new Opened(tell(topic, opening.ref(), events.posted(), appending), fresh);
    });
  }

  @Override
  public CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, String text) {
    return postAsBuyer(id, buyer, ref, new ForBuyer.MessagePosted(new Author.Buyer(), text), null);
  }

  @Override
  public CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, Attachment attachment) {
    return postAsBuyer(id, buyer, ref, new ForBuyer.AttachmentPosted(new Author.Buyer(), attachment), null);
  }

  @Override
  public CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, Shown card) {
    return postAsBuyer(id, buyer, ref, new ForBuyer.CardPosted(new Author.Buyer(), card.card()), card);
  }

  private CompletionStage<Outcome> postAsBuyer(ConversationId id, Asker buyer, Ref ref, ForBuyer.Said said,
      @Nullable Shown card) {
    String event = json.write(said);
    return said(id, ref, event, scripts.postAsBuyer(id, buyer, ref, wish(said, event, card), event));
  }

  @Override
  public CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref, String text) {
    return postAsAgent(id, agent, revision, ref, new ForBuyer.MessagePosted(agent.author(), text), null);
  }

  @Override
  public CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref,
      Attachment attachment) {
    return postAsAgent(id, agent, revision, ref, new ForBuyer.AttachmentPosted(agent.author(), attachment), null);
  }

  @Override
  public CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref, Shown card) {
    return postAsAgent(id, agent, revision, ref, new ForBuyer.CardPosted(agent.author(), card.card()), card);
  }

  private CompletionStage<Outcome> postAsAgent(ConversationId id, Speaker agent, long revision, Ref ref,
      ForBuyer.Said said, @Nullable Shown card) {
    String event = json.write(said);
    return said(id, ref, event, scripts.postAsAgent(id, agent, revision, ref, wish(said, event, card), event));
  }

  /// What is the same whenever the command is repeated.
  private String wish(ForBuyer.Said said, String event, @Nullable Shown card) {
    return card == null ? event : said.author().name() + json.write(card.asked());
  }

  @Override
  public CompletionStage<Outcome> recallAsBuyer(ConversationId id, Asker buyer, Ref ref, long seq) {
    String event = json.write(new ForBuyer.MessageRecalled(new Author.Buyer(), seq));
    return said(id, ref, event, scripts.recallAsBuyer(id, buyer, ref, seq, event,
        withdrawn(new Author.Buyer())));
  }

  @Override
  public CompletionStage<Outcome> recallAsAgent(ConversationId id, Speaker agent, Ref ref, long seq) {
    String event = json.write(new ForBuyer.MessageRecalled(agent.author(), seq));
    return said(id, ref, event, scripts.recallAsAgent(id, agent, ref, seq, event, withdrawn(agent.author())));
  }

  private String withdrawn(Author author) {
    return json.write(new ForBuyer.MessageWithdrawn(author));
  }

  @Override
  public CompletionStage<Outcome> rate(ConversationId id, Asker buyer, Ref ref, int stars, @Nullable String comment) {
    String event = json.write(new ForBuyer.ConversationRated(stars, comment));
    return said(id, ref, event, scripts.rate(id, buyer, ref, stars, event));
  }

  @Override
  public CompletionStage<Outcome> postNote(ConversationId id, Speaker author, Ref ref, String text,
      List<String> mentions) {
    String event = json.write(new ForStaff.NotePosted(author.author(), text, mentions));
    return scripts.postNote(id, author.desk(), ref, event)
        .thenApply(appending -> tell(new Topic.Staff(id), ref, event, appending));
  }

  @Override
  public CompletionStage<Outcome> close(ConversationId id, Speaker agent, long revision, Ref ref) {
    String event = json.write(new ForBuyer.ConversationClosed(agent.author(), false));
    String asking = json.write(new ForBuyer.ConversationClosed(agent.author(), true));
    return said(id, ref, event, scripts.close(id, agent, revision, ref, event, asking));
  }

  @Override
  public CompletionStage<Outcome> close(ConversationId id, Speaker agent, long revision, Ref ref, String thanks) {
    String event = json.write(new ForBuyer.MessagePosted(agent.author(), thanks));
    // No ref looks like it, and the repeat has the same: it announces the end again, too.
    String closingId = ref.value() + ".closed";
    String closing = json.write(new ForBuyer.ConversationClosed(agent.author(), true));
    CompletionStage<Appending> answer = scripts.closeWithThanks(id, agent, revision, ref, event, closingId, closing);
    return said(id, ref, event, answer).thenCombine(answer, (outcome, appending) -> {
      if (appending instanceof Appending.Done done) {
        hub.announce(
            new Appended(new Topic.Buyer(id), done.seq() + 1, closingId, done.ts(), closing, done.nodes()));
      }
      return outcome;
    });
  }

  @Override
  public CompletionStage<Boolean> wasUsed(ConversationId id, Ref ref) {
    return scripts.wasUsed(id, ref);
  }

  private CompletionStage<Outcome> said(ConversationId id, Ref ref, String event, CompletionStage<Appending> answer) {
    return answer.thenApply(appending -> tell(new Topic.Buyer(id), ref, event, appending));
  }

  /// A repeat announces again: the node that wrote it may have died before it told anybody.
  private Outcome tell(Topic topic, Ref ref, String sent, Appending appending) {
    return switch (appending) {
      case Appending.Refused(var code) -> new Outcome.Refused(code);
      case Appending.Done done -> {
        String event = done.event() == null ? sent : done.event();
        hub.announce(new Appended(topic, done.seq(), ref.value(), done.ts(), event, done.nodes()));
        yield new Outcome.Done(topic, done.seq(), ref.value(), done.ts());
      }
    };
  }

  @Override
  public CompletionStage<Turn> assign(Claimed claimed) {
    return turns.assign(claimed);
  }

  @Override
  public CompletionStage<Turn> requeue(ConversationId id, String agent, RequeueReason reason) {
    return turns.requeue(id, agent, reason);
  }

  @Override
  public CompletionStage<Turn> transfer(Transferred transferred) {
    return turns.transfer(transferred).thenApply(turn -> {
      cards.forget(transferred.conversation());
      scripts.tellMoved(transferred.conversation());
      return turn;
    });
  }

  @Override
  public CompletionStage<Outcome> explain(ConversationId id, OfferedTransfer offer, TransferHow how) {
    String event = json.write(offer.explained(how, null));
    return scripts.explainOffer(id, offer.transfer(), event)
        .thenApply(appending -> tell(new Topic.Staff(id), offer.transfer(), event, appending));
  }

  @Override
  public CompletionStage<Outcome> explain(ConversationId id, Ref offer, String asked, RequeueReason reason) {
    return find(id).thenCompose(record -> {
      if (record == null) {
        return CompletableFuture.completedStage(new Outcome.Refused(Refusal.NOT_FOUND));
      }
      String event = json.write(new ForStaff.RequeueExplained(asked, record.revision(), reason));
      return scripts.explainOffer(id, offer, event)
          .thenApply(appending -> tell(new Topic.Staff(id), offer, event, appending));
    });
  }

  @Override
  public CompletionStage<@Nullable ConversationCard> card(ConversationId id) {
    return cards.find(id, this::find);
  }

  @Override
  public CompletionStage<@Nullable ConversationRecord> find(ConversationId id) {
    return scripts.find(id);
  }

  @Override
  public void mark(ConversationId id, Author side, Mark mark, long seq) {
    scripts.mark(id, side, mark, seq).thenAccept(nodes -> {
      if (nodes != null) {
        hub.signal(new Topic.Buyer(id), new SideMark(side, mark).signal(seq), nodes);
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
        mark.signal(seq))));
  }
}
