package dev.xiaoer.autoreply;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.DeskVoice;
import dev.xiaoer.conversation.DeskVoice.Heard;
import dev.xiaoer.hub.LogEntry;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// Goes round the open conversations of a desk: who has waited so long that something is to be said, and whose words were
/// taken by a node that died before it had thought about them. What is due stands in each conversation's record, so
/// nothing is armed that could be lost. Every node goes round; they share the work by one place to go on from.
final class Patrol {

  private static final Duration APART = Duration.ofMillis(900);
  /// Of what a buyer said in a row, so much is thought about.
  private static final int LATEST = 20;
  private static final int MOST_LOOKS = 50_000;

  private final Cache<ConversationId, Look> looks = Caffeine.newBuilder().maximumSize(MOST_LOOKS).build();
  private final RedisPatrolScripts desks;
  private final DeskVoice voice;
  private final Attendant attendant;
  private final TopicLog log;
  private final StrictJson json;
  private final ReplySettings settings;
  private final Duration apart;

  Patrol(RedisPatrolScripts desks, DeskVoice voice, Attendant attendant, TopicLog log, StrictJson json,
      ReplySettings settings) {
    this(desks, voice, attendant, log, json, settings, APART);
  }

  /// @param apart so long after another node's round there is nothing to do
  Patrol(RedisPatrolScripts desks, DeskVoice voice, Attendant attendant, TopicLog log, StrictJson json,
      ReplySettings settings, Duration apart) {
    this.desks = desks;
    this.voice = voice;
    this.attendant = attendant;
    this.log = log;
    this.json = json;
    this.settings = settings;
    this.apart = apart;
  }

  /// Until when there is nothing to say, if the conversation stays as it was.
  private record Look(ConversationRecord.State state, String agent, long asked, Instant next) {

    boolean spares(ConversationRecord record, Instant now) {
      return state == record.state() && agent.equals(record.agent()) && asked == record.asked() && now.isBefore(next);
    }
  }

  /// Goes on behind what fails.
  ///
  /// @return fails in the end if one has failed
  CompletionStage<Void> round(String desk) {
    return desks.patrol(desk, settings.batch(), apart).thenCompose(page -> {
      var now = Instant.ofEpochMilli(page.now());
      return CompletableFuture.allOf(page.conversations().stream()
          .map(id -> look(id, now).toCompletableFuture().exceptionally(failure -> {
            throw new CompletionException(id + ": " + failure.getMessage(), failure);
          })).toArray(CompletableFuture<?>[]::new));
    });
  }

  private CompletionStage<Void> look(ConversationId id, Instant now) {
    return voice.listen(id).thenCompose(heard -> {
      if (heard == null) {
        return CompletableFuture.completedStage(null);
      }
      if (heard.spoke().seq() > heard.heard()) {
        return Duration.between(Instant.ofEpochMilli(heard.spoke().at()), now).compareTo(settings.patience()) < 0
            ? CompletableFuture.completedStage(null)
            : catchUp(id, heard);
      }
      return heard.record().asked() == 0 ? CompletableFuture.completedStage(null) : waits(id, heard.record(), now);
    });
  }

  private CompletionStage<Void> waits(ConversationId id, ConversationRecord record, Instant now) {
    Look before = looks.getIfPresent(id);
    if (before != null && before.spares(record, now)) {
      return CompletableFuture.completedStage(null);
    }
    return attendant.inTurn(id, () -> attendant.attend(new Occasion.Waits(id)))
        .thenAccept(next -> looks.put(id, new Look(record.state(), record.agent(), record.asked(), next)));
  }

  private CompletionStage<Void> catchUp(ConversationId id, Heard heard) {
    var topic = new Topic.Buyer(id);
    long after = Math.max(heard.heard(), heard.spoke().seq() - LATEST);
    return log.read(topic, after, LATEST).thenCompose(entries -> {
      List<Occasion.Spoke> missed = entries.stream().flatMap(entry -> words(id, entry)).toList();
      if (missed.isEmpty()) {
        voice.heard(id, heard.spoke().seq()); // taken back
      }
      return CompletableFuture.allOf(missed.stream()
          .map(spoke -> attendant.inTurn(id, () -> attendant.attend(spoke)).toCompletableFuture())
          .toArray(CompletableFuture<?>[]::new));
    });
  }

  private Stream<Occasion.Spoke> words(ConversationId id, LogEntry entry) {
    return json.read(Frame.class, entry.frame()) instanceof StrictJson.Decoded.Good<Frame>(Frame.Logged logged)
        && logged.event() instanceof ForBuyer.Said said && said.author() instanceof Author.Buyer
            ? Stream.of(new Occasion.Spoke(id, logged.id(), logged.seq(),
                said instanceof ForBuyer.MessagePosted posted ? posted.text() : ""))
            : Stream.empty();
  }
}
