package dev.xiaoer.autoreply;

import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.replies.Suggestion;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Answers of the desk's FAQ to what a buyer has asked last, for an agent to choose from.
@Component
public final class Suggestions {

  private static final int MOST = 3;
  /// Among so many of the last events is what the buyer has asked.
  private static final int LATEST = 20;

  private final DeskPacks packs;
  private final Shops shops;
  private final TopicLog log;
  private final StrictJson json;

  Suggestions(DeskPacks packs, Shops shops, TopicLog log, StrictJson json) {
    this.packs = packs;
    this.shops = shops;
    this.log = log;
    this.json = json;
  }

  /// @return the best first; none when nothing known was asked
  public CompletionStage<List<Suggestion>> find(ConversationId id, ConversationCard card) {
    Shop shop = shops.find(card.shop());
    return lastWords(id).thenCombine(packs.of(card.desk()),
        (words, pack) -> pack.replies().suggest(words, shop == null ? "" : shop.name(), MOST));
  }

  private CompletionStage<String> lastWords(ConversationId id) {
    return log.latest(new Topic.Buyer(id), LATEST).thenApply(entries -> entries.stream()
        .flatMap(entry -> words(entry.frame())).reduce("", (before, last) -> last));
  }

  private Stream<String> words(String frame) {
    return json.read(Frame.class, frame) instanceof StrictJson.Decoded.Good<Frame>(Frame.Logged logged)
        && logged.event() instanceof ForBuyer.MessagePosted(Author.Buyer(), var text)
            ? Stream.of(text)
            : Stream.empty();
  }
}
