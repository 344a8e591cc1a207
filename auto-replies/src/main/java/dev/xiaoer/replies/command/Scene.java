package dev.xiaoer.replies.command;

import dev.xiaoer.replies.Moment;
import dev.xiaoer.replies.RulePack;
import dev.xiaoer.replies.Serving;
import dev.xiaoer.replies.Situation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The situation that the options describe.
///
/// @param start when the first words are said
record Scene(Options options, RulePack pack, Instant start) {

  private static final String QUEUED = "queued";
  private static final String BUSY = "busy";
  private static final String CLOSED = "closed";

  /// How long an absence has lasted, and how long it will go on.
  private static final Duration ABSENCE = Duration.ofMinutes(5);

  static Scene of(Options options, RulePack pack, Clock clock) throws UsageException {
    String at = options.value("--at");
    try {
      Instant start = at == null ? clock.instant() : LocalDateTime.parse(at).atZone(pack.zone()).toInstant();
      var scene = new Scene(options, pack, start);
      scene.check();
      return scene;
    } catch (DateTimeException e) {
      throw new UsageException("command.value-wrong", "--at", at == null ? "" : at);
    }
  }

  private void check() throws UsageException {
    String state = state();
    if (state(state) == null && !state.equals(QUEUED) && !state.equals(BUSY) && !state.equals(CLOSED)) {
      throw new UsageException("command.value-wrong", "--state", state);
    }
    if (!options.value("--position", "1").matches("[1-9]\\d{0,4}")) {
      throw new UsageException("command.value-wrong", "--position", options.value("--position", ""));
    }
  }

  /// @param waitingSince see [Situation]
  /// @param lastSpoke    see [Situation]
  Situation at(Instant now, Moment moment, @Nullable Instant waitingSince, @Nullable Instant lastSpoke) {
    Instant closed = state().equals(CLOSED) ? closedSince() : null;
    Situation.Place place = state().equals(QUEUED)
        ? new Situation.Place(Integer.parseInt(options.value("--position", "1")), null)
        : null;
    return new Situation(moment, now, options.value("--shop", "小二茶具"), options.value("--buyer"), lastSpoke, closed,
        null,
        options.value("--group"), agent(), place, waitingSince);
  }

  private @Nullable Serving agent() {
    String state = state();
    if (state.equals(QUEUED) || state.equals(CLOSED)) {
      return null;
    }
    Serving.State its = state(state);
    String id = options.value("--agent", "qing");
    String name = options.value("--agent", "小青");
    boolean isAbsent = its != null && !its.answers();
    return new Serving(id, name, its == null ? Serving.State.ONLINE : its, start.minus(ABSENCE),
        isAbsent ? start.plus(ABSENCE) : null, state.equals(BUSY));
  }

  /// As asked for; what the hours of the pack say otherwise.
  private String state() {
    String usual = pack.hours().closedSince(start, pack.zone()) == null ? Serving.State.ONLINE.key() : CLOSED;
    return options.value("--state", usual);
  }

  private Instant closedSince() {
    Instant since = pack.hours().closedSince(start, pack.zone());
    return since == null ? start.minus(ABSENCE) : since;
  }

  private static Serving.@Nullable State state(String key) {
    return Arrays.stream(Serving.State.values()).filter(one -> one.key().equals(key)).findFirst().orElse(null);
  }
}
