package dev.xiaoer.autoreply;

import dev.xiaoer.autoreply.DeskPacks.Ready;
import dev.xiaoer.autoreply.Situations.Scene;
import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.DeskVoice;
import dev.xiaoer.conversation.DeskVoice.Change;
import dev.xiaoer.conversation.DeskVoice.Heard;
import dev.xiaoer.conversation.DeskVoice.Line;
import dev.xiaoer.conversation.DeskVoice.Saying;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForStaff;
import dev.xiaoer.replies.Considered;
import dev.xiaoer.replies.Decision;
import dev.xiaoer.replies.Memory;
import dev.xiaoer.replies.Memory.Said;
import dev.xiaoer.replies.Reply;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sees, has it decided, says it. What is decided on is read again whenever it has changed before it could be said. Any
/// thread may call; in one conversation one thing is thought about at a time, in the order of the calls.
final class Attendant implements DeskReplies {

  private static final Logger LOG = System.getLogger(Attendant.class.getName());
  /// Each is lost to somebody else who got on; what is lost so often is left to the patrol.
  private static final int TRIES = 4;
  private static final Duration WHILE_WAITING = Duration.ofSeconds(15);
  static final Instant NEVER = Instant.MAX;

  private final Map<ConversationId, CompletableFuture<Void>> atWork = new ConcurrentHashMap<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final DeskVoice voice;
  private final DeskPacks packs;
  private final Situations situations;
  private final RedisBuyerMemory buyers;
  private final int most;
  private final Executor thinking;

  /// @param most how many occasions are thought about at once before new ones are left to the patrol
  /// @param thinking where words are looked for and answers compared: not on the threads that bring Redis' answers
  Attendant(DeskVoice voice, DeskPacks packs, Situations situations, RedisBuyerMemory buyers, int most,
      Executor thinking) {
    this.voice = voice;
    this.packs = packs;
    this.situations = situations;
    this.buyers = buyers;
    this.most = most;
    this.thinking = thinking;
  }

  @Override
  public void heard(ConversationId id, String ref, long seq, String text) {
    beside(new Occasion.Spoke(id, ref, seq, text));
  }

  @Override
  public void closed(ConversationId id) {
    beside(new Occasion.Closed(id));
  }

  /// Not while there is too much to do: the patrol comes by.
  private void beside(Occasion occasion) {
    if (busy.get() < most) {
      inTurn(occasion.id(), () -> attend(occasion)).exceptionally(failure -> {
        LOG.log(Level.DEBUG, "left to the patrol", failure);
        return NEVER;
      });
    }
  }

  /// Thinks about something, and says what there is to say.
  ///
  /// @return when this conversation is worth another look if nothing changes; [#NEVER] when nothing will be left to say
  CompletionStage<Instant> attend(Occasion occasion) {
    return attend(occasion, TRIES);
  }

  /// Does one thing behind the other in a conversation.
  CompletionStage<Instant> inTurn(ConversationId id, Supplier<CompletionStage<Instant>> work) {
    busy.incrementAndGet();
    var mine = new CompletableFuture<Void>();
    CompletableFuture<Void> before = atWork.put(id, mine);
    return (before == null ? CompletableFuture.<Void>completedStage(null) : before)
        .thenCompose(done -> work.get())
        .whenComplete((done, failure) -> {
          atWork.remove(id, mine);
          busy.decrementAndGet();
          mine.complete(null);
        });
  }

  private CompletionStage<Instant> attend(Occasion occasion, int tries) {
    return voice.listen(occasion.id()).thenCompose(heard -> {
      if (heard == null || !occasion.stands(heard)) {
        return nothingToSay(occasion, heard);
      }
      return packs.of(heard.record().card().desk())
          .thenCompose(pack -> situations.of(occasion, heard, pack)
              .thenComposeAsync(scene -> decide(new Attempt(occasion, heard, pack, scene, tries)), thinking));
    });
  }

  private CompletionStage<Instant> nothingToSay(Occasion occasion, @Nullable Heard heard) {
    if (heard != null && occasion instanceof Occasion.Spoke spoke && spoke.seq() > heard.heard()) {
      voice.heard(occasion.id(), spoke.seq());
    }
    return CompletableFuture.completedStage(NEVER);
  }

  /// @param tries how many more there are
  private record Attempt(Occasion occasion, Heard heard, Ready pack, Scene scene, int tries) {

    Decision decide(Map<String, String> ofBuyer) {
      return scene.replies().decide(scene.situation(), new Memory(read(heard.said()), read(ofBuyer)));
    }

    private static Map<String, Said> read(Map<String, String> texts) {
      return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> Said.of(one.getValue())));
    }

    /// @param told what the buyer had been told before, over all conversations
    String moment(Decision decision, Map<String, String> told) {
      ConversationRecord record = heard.record();
      String name = occasion.name(record);
      if (!(occasion instanceof Occasion.Spoke)) {
        name += decision.replies().stream().map(reply -> '\n' + reply.rule() + ' '
            + heard.said().getOrDefault(reply.rule(), "") + told.getOrDefault(reply.rule(), ""))
            .collect(Collectors.joining());
      }
      return hash(occasion.id() + "\n" + name);
    }
  }

  /// What is counted for the buyer over all conversations is read only where a rule asks for it.
  private CompletionStage<Instant> decide(Attempt attempt) {
    Decision first = attempt.decide(Map.of());
    if (first.memory().ofBuyer().isEmpty()) {
      return say(attempt, first, Map.of(), Map.of());
    }
    ConversationCard card = attempt.heard().record().card();
    String claim = hash(attempt.occasion().id() + "\n" + attempt.occasion().name(attempt.heard().record()));
    return buyers.before(card.shop(), card.buyer(), claim).thenComposeAsync(told -> {
      Decision decision = attempt.decide(told);
      Map<String, Change> changes = changes(told, decision.memory().ofBuyer());
      return changes.isEmpty()
          ? say(attempt, decision, told, changes)
          : buyers.claim(card.shop(), card.buyer(), claim, changes)
              .thenCompose(claimed -> claimed ? say(attempt, decision, told, changes) : again(attempt));
    }, thinking);
  }

  private static Map<String, Change> changes(Map<String, String> before, Map<String, Said> after) {
    var changes = new HashMap<String, Change>();
    after.forEach((rule, said) -> {
      if (!said.text().equals(before.get(rule))) {
        changes.put(rule, new Change(before.get(rule), said.text()));
      }
    });
    return changes;
  }

  private CompletionStage<Instant> say(Attempt attempt, Decision decision, Map<String, String> told,
      Map<String, Change> elsewhere) {
    if (decision.replies().isEmpty()) {
      return nothingToSay(attempt.occasion(), attempt.heard()).thenApply(none -> next(attempt, decision));
    }
    Map<String, Change> here = changes(attempt.heard().said(), decision.memory().ofConversation());
    List<Line> lines = decision.replies().stream()
        .map(reply -> line(reply, decision, elsewhere.containsKey(reply.rule()) ? null : here.get(reply.rule())))
        .toList();
    long heard = attempt.occasion() instanceof Occasion.Spoke spoke ? spoke.seq() : 0;
    var saying = new Saying(attempt.moment(decision, told), heard, attempt.heard().record(), lines);
    return voice.say(attempt.occasion().id(), saying).thenCompose(outcome -> switch (outcome) {
      case SAID, REPEATED, NOT_FOUND -> CompletableFuture.completedStage(next(attempt, decision));
      case STALE -> again(attempt);
    });
  }

  private static Line line(Reply reply, Decision decision, @Nullable Change memory) {
    String trigger = decision.considered().stream()
        .filter(one -> one.outcome() == Considered.Outcome.SAID && one.rule().equals(reply.rule())).findFirst()
        .flatMap(Considered::detail).orElse(null);
    return new Line(ForStaff.ReplyKind.valueOf(reply.kind().name()), reply.rule(), trigger, reply.text(), memory);
  }

  private CompletionStage<Instant> again(Attempt attempt) {
    return attempt.tries() > 1
        ? attend(attempt.occasion(), attempt.tries() - 1)
        : CompletableFuture.failedStage(new IllegalStateException("it changes all the time"));
  }

  /// Who waits in the queue is looked at again and again: nobody may be there any more.
  private static Instant next(Attempt attempt, Decision decision) {
    if (attempt.heard().record().state() == ConversationRecord.State.WAITING) {
      Instant now = attempt.scene().situation().now();
      return decision.considered().isEmpty() ? now : now.plus(WHILE_WAITING);
    }
    Instant slow = attempt.scene().replies().nextSlowAnswer(attempt.scene().situation(), decision.memory());
    return slow == null ? NEVER : slow;
  }

  /// An id that no command's ref looks like.
  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "desk." + Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
