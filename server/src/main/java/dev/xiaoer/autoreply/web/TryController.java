package dev.xiaoer.autoreply.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.autoreply.DeskPacks;
import dev.xiaoer.autoreply.DeskPacks.Ready;
import dev.xiaoer.replies.AutoReplies;
import dev.xiaoer.replies.Considered;
import dev.xiaoer.replies.Decision;
import dev.xiaoer.replies.Level;
import dev.xiaoer.replies.Memory;
import dev.xiaoer.replies.Moment;
import dev.xiaoer.replies.ReplyKind;
import dev.xiaoer.replies.RulePack;
import dev.xiaoer.replies.Serving;
import dev.xiaoer.replies.Situation;
import dev.xiaoer.replies.pack.InvalidPackException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lets a supervisor try what the desk would say. Nothing is said to anybody, and nothing is remembered.
@RestController
@RequestMapping("/api/v1/desk/replies/try")
@Tag(name = "Replies")
class TryController {

  private static final int SUGGESTIONS = 3;
  /// How long an absence has lasted.
  private static final Duration ABSENT = Duration.ofMinutes(5);

  private final DeskPacks packs;
  private final Drafts drafts;
  private final Clock clock;

  TryController(DeskPacks packs, Drafts drafts, Clock clock) {
    this.packs = packs;
    this.drafts = drafts;
    this.clock = clock;
  }

  enum Occasion {
    SPOKE, QUEUED, WAITS, CLOSED
  }

  /// How the buyer finds the desk.
  enum Scene {
    ONLINE, BUSY, HUNG_UP, ON_BREAK, OVERDUE, QUEUED, NOBODY
  }

  /// @param yaml a draft to try; null for the desk's pack
  /// @param text what the buyer says
  /// @param at when, in ms; null for now
  /// @param group of the conversation
  /// @param agent what buyers call the agent
  /// @param buyer what the buyer is called
  /// @param waited for how long the buyer has been waiting, in seconds
  /// @param back in how many minutes the agent is back; null when that is not known
  /// @param position in the queue
  /// @param first whether these are the buyer's first words of the day
  record Trial(
      @Nullable String yaml,
      Occasion occasion,
      Scene scene,
      @Size(max = 4_000) String text,
      @Nullable Long at,
      @Size(max = 36) @Nullable String group,
      @Size(max = 40) String agent,
      @Size(max = 40) @Nullable String buyer,
      @Size(max = 80) String shop,
      @Min(0) @Max(86_400) int waited,
      @Min(0) @Max(1_440) @Nullable Integer back,
      @Min(1) @Max(100_000) int position,
      boolean first) {}

  record Tried(List<Said> replies, List<Looked> considered, List<Suggested> suggestions) {}

  /// @param wordedBy whose text it is
  record Said(ReplyKind kind, String rule, String text, Level wordedBy) {}

  /// @param detail the keyword that was found, or how much of the question agrees
  record Looked(ReplyKind kind, String rule, Considered.Outcome outcome, @Nullable String detail) {}

  /// @throws InvalidPackException answered with line and reason of every mistake
  @PostMapping
  @Operation(summary = "What the desk would say, and why; with a draft or with the pack it has")
  Tried attempt(@AuthenticationPrincipal StaffMember leader, @Valid @RequestBody Trial trial)
      throws InvalidPackException {
    Ready ready = ready(leader, trial);
    Decision decision = ready.replies().decide(situation(trial), Memory.EMPTY);
    return new Tried(
        decision.replies().stream().map(one -> new Said(one.kind(), one.rule(), one.text(), one.wordedBy())).toList(),
        decision.considered().stream()
            .map(one -> new Looked(one.kind(), one.rule(), one.outcome(), one.detail().orElse(null))).toList(),
        ready.replies().suggest(trial.text(), trial.shop(), SUGGESTIONS).stream().map(Suggested::of).toList());
  }

  private Ready ready(StaffMember leader, Trial trial) throws InvalidPackException {
    if (trial.yaml() == null) {
      return packs.of(leader.desk()).toCompletableFuture().join();
    }
    RulePack draft = drafts.read(trial.yaml());
    return new Ready(draft, new AutoReplies(draft));
  }

  private Situation situation(Trial trial) {
    Instant now = trial.at() == null ? clock.instant() : Instant.ofEpochMilli(trial.at());
    Moment moment = switch (trial.occasion()) {
      case SPOKE -> new Moment.BuyerSpoke(trial.text());
      case QUEUED -> new Moment.Queued();
      case WAITS -> new Moment.TimePassed();
      case CLOSED -> new Moment.Closed();
    };
    Situation.Place place = trial.scene() == Scene.QUEUED ? new Situation.Place(trial.position(), null) : null;
    Instant since = now.minusSeconds(trial.waited());
    return new Situation(moment, now, trial.shop(), trial.buyer(), trial.first() ? null : since,
        trial.scene() == Scene.NOBODY ? now.minus(ABSENT) : null, null, trial.group(), agent(trial, now), place, since);
  }

  private static @Nullable Serving agent(Trial trial, Instant now) {
    Serving.State state = switch (trial.scene()) {
      case ONLINE, BUSY -> Serving.State.ONLINE;
      case HUNG_UP -> Serving.State.HUNG_UP;
      case ON_BREAK -> Serving.State.ON_BREAK;
      case OVERDUE -> Serving.State.OVERDUE;
      case QUEUED, NOBODY -> null;
    };
    Integer back = trial.back();
    return state == null
        ? null
        : new Serving("", trial.agent(), state, now.minus(ABSENT),
            back == null ? null : now.plus(Duration.ofMinutes(back)), trial.scene() == Scene.BUSY);
  }
}
