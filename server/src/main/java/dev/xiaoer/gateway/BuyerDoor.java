package dev.xiaoer.gateway;

import dev.xiaoer.autoreply.DeskReplies;
import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Asker;
import dev.xiaoer.conversation.Conversations.Mark;
import dev.xiaoer.conversation.Opening;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ByBuyer;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.BuyerCard;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.routing.OpenConversations;
import dev.xiaoer.routing.Reception;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.BuyerTokens;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where buyers come in: each reaches the own conversations and nothing else.
final class BuyerDoor implements Door<ByBuyer, Buyer> {

  /// In code points.
  private static final int MOST_CONTACT = 200;
  private static final int MOST_COMMENT = 500;

  private final BuyerTokens tokens;
  private final Shops shops;
  private final Ushers ushers;
  private final Reception reception;
  private final OpenConversations open;
  private final Conversations conversations;
  private final DeskReplies replies;
  private final Files files;
  private final Cards cards;
  private final Texts texts;
  private final SocketSettings settings;

  BuyerDoor(BuyerTokens tokens, Shops shops, Ushers ushers, Reception reception, OpenConversations open,
      Conversations conversations, DeskReplies replies, Files files, Cards cards, Texts texts,
      SocketSettings settings) {
    this.tokens = tokens;
    this.shops = shops;
    this.ushers = ushers;
    this.reception = reception;
    this.open = open;
    this.conversations = conversations;
    this.replies = replies;
    this.files = files;
    this.cards = cards;
    this.texts = texts;
    this.settings = settings;
  }

  @Override
  public Class<ByBuyer> reads() {
    return ByBuyer.class;
  }

  @Override
  public CompletionStage<@Nullable Buyer> admit(ByBuyer first) {
    return CompletableFuture.completedStage(first instanceof ByBuyer.Hello hello ? tokens.read(hello.token()) : null);
  }

  @Override
  public @Nullable String language(ByBuyer first) {
    return first instanceof ByBuyer.Hello hello ? hello.language() : null;
  }

  @Override
  public String limitedAs(Buyer buyer) {
    return buyer.shop() + ' ' + buyer.id();
  }

  @Override
  public boolean isPublic() {
    return true;
  }

  @Override
  public void enter(Connection connection, Buyer buyer) {
    var you = new Frame.You(Role.BUYER, buyer.id(), buyer.name(), null);
    int heartbeat = Math.toIntExact(settings.heartbeat().toSeconds());
    open.find(buyer.shop(), buyer.id()).exceptionally(failure -> null).thenAccept(conversation -> {
      List<Topic> topics = conversation == null ? List.of() : List.of(new Topic.Buyer(conversation));
      connection.send(new Frame.Welcome(connection.id(), you, heartbeat, topics));
    });
  }

  @Override
  public void left(Connection connection, Buyer buyer) {}

  @Override
  public void carryOut(Connection connection, Buyer buyer, ByBuyer command) {
    var asker = new Asker(buyer.shop(), buyer.id());
    switch (command) {
      case ByBuyer.Hello again -> connection.refuse(null, Refusal.INVALID);
      case ByBuyer.Start start -> connection.answer(start, () -> start(connection, buyer, start));
      case ByBuyer.Post post -> connection.answer(post, () -> texts.say(connection, post.ref(), post.text(),
          text -> heard(text, conversations.postAsBuyer(post.conversation(), asker, post.ref(), text))));
      case ByBuyer.PostAttachment post -> connection.answer(post, () -> Answers.ofFound(connection, post.ref(),
          files.find(post.conversation(), post.attachment()),
          file -> heard("", conversations.postAsBuyer(post.conversation(), asker, post.ref(), file))));
      case ByBuyer.PostCard post -> connection.answer(post, () -> Answers.ofFound(connection, post.ref(),
          cards.find(buyer.shop(), buyer.id(), post.card()),
          card -> heard("", conversations.postAsBuyer(post.conversation(), asker, post.ref(), card))));
      case ByBuyer.Recall recall -> connection.answer(recall, () -> Answers.of(connection, recall.ref(),
          conversations.recallAsBuyer(recall.conversation(), asker, recall.ref(), recall.seq())));
      case ByBuyer.Rate rate -> connection.answer(rate, () -> texts.sayShort(connection, rate.ref(), rate.comment(),
          MOST_COMMENT, comment -> Answers.of(connection, rate.ref(),
              conversations.rate(rate.conversation(), asker, rate.ref(), rate.stars(), comment))));
      case ByBuyer.Follow follow -> follow(connection, buyer, follow);
      case ByBuyer.Unfollow unfollow -> connection.unfollow(unfollow.topic());
      case ByBuyer.Typing typing -> ifOwn(buyer, typing.conversation(),
          card -> conversations.typing(typing.conversation(), new Author.Buyer()));
      case ByBuyer.Received received -> ifOwn(buyer, received.conversation(),
          card -> conversations.mark(received.conversation(), new Author.Buyer(), Mark.RECEIVED, received.seq()));
      case ByBuyer.Read read -> ifOwn(buyer, read.conversation(),
          card -> conversations.mark(read.conversation(), new Author.Buyer(), Mark.READ, read.seq()));
      case ByBuyer.Heartbeat heartbeat -> connection.heartbeat();
    }
  }

  private CompletionStage<? extends Frame> start(Connection connection, Buyer buyer, ByBuyer.Start start) {
    Shop shop = shops.find(buyer.shop());
    return shop == null
        ? notFound(connection, start)
        : ushers.group(shop, buyer, start.group(), start.page()).thenCompose(group -> group == null
            ? notFound(connection, start)
            : start(connection, buyer, start, shop, group));
  }

  private CompletionStage<Frame> start(Connection connection, Buyer buyer, ByBuyer.Start start, Shop shop,
      String group) {
    return isOver(buyer, start.previous()).thenCompose(over -> over
        ? texts.sayShort(connection, start.ref(), contact(start), MOST_CONTACT,
            contact -> texts.say(connection, start.ref(), start.text(),
                text -> heard(text, cards.known(shop.id(), buyer.id(), start.about())
                    .thenCompose(about -> open(start, new Opening(shop.desk(), shop.id(), group,
                        new BuyerCard(buyer.id(), buyer.name()), start.ref(), text, start.previous(), contact,
                        buyer.tier(), about))))))
        : notFound(connection, start));
  }

  private static CompletionStage<Frame> notFound(Connection connection, ByBuyer.Start start) {
    return CompletableFuture.completedStage(connection.refused(start.ref(), Refusal.NOT_FOUND));
  }

  private static @Nullable String contact(ByBuyer.Start start) {
    return start.contact() == null || start.contact().isBlank() ? null : start.contact();
  }

  private CompletionStage<Outcome> open(ByBuyer.Start start, Opening opening) {
    return start.contact() == null ? reception.start(opening) : reception.leaveMessage(opening);
  }

  /// The desk may have something to say to it; the buyer's reply does not wait for that.
  private CompletionStage<Outcome> heard(String text, CompletionStage<Outcome> saying) {
    return saying.thenApply(outcome -> {
      if (outcome instanceof Outcome.Done(Topic.Buyer(var conversation), long seq, String ref, long _)) {
        replies.heard(conversation, ref, seq, text);
      }
      return outcome;
    });
  }

  /// Whether a conversation, if one is named, is one of the buyer's own that was closed.
  private CompletionStage<Boolean> isOver(Buyer buyer, @Nullable ConversationId previous) {
    return previous == null
        ? CompletableFuture.completedStage(true)
        : conversations.find(previous).thenApply(record -> record != null
            && ConversationRights.maySee(buyer, record.card()) && record.state() == ConversationRecord.State.CLOSED);
  }

  private void follow(Connection connection, Buyer buyer, ByBuyer.Follow follow) {
    if (!(follow.topic() instanceof Topic.Buyer(var conversation))) {
      connection.refuse(follow.ref(), Refusal.NOT_FOUND);
      return;
    }
    Answers.ifFound(connection, follow.ref(), conversations.card(conversation),
        card -> ConversationRights.maySee(buyer, card),
        () -> connection.follow(follow.ref(), follow.topic(), follow.have(), follow.last(), () -> {
          conversations.tellMarks(conversation);
          ifOwn(buyer, conversation, card -> reception.comeBack(card.desk(), card.group(), conversation));
        }));
  }

  private void ifOwn(Buyer buyer, ConversationId conversation, Consumer<ConversationCard> then) {
    conversations.card(conversation).thenAccept(card -> {
      if (card != null && ConversationRights.maySee(buyer, card)) {
        then.accept(card);
      }
    });
  }
}
