package dev.xiaoer.replies;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is said at one moment, while it is being found out.
final class Turn {

  private final RulePack pack;
  private final Situation situation;
  private final Map<Variable, String> values;
  private final List<Reply> replies = new ArrayList<>();
  private final List<Considered> considered = new ArrayList<>();
  private Memory memory;

  /// @param keyword that was found, if the rule has keywords
  /// @param detail  see [Considered]
  record Candidate(Rule rule, @Nullable String keyword, Optional<String> detail) {

    static Candidate of(Rule rule) {
      return new Candidate(rule, null, Optional.empty());
    }
  }

  Turn(RulePack pack, Situation situation, Memory memory) {
    this.pack = pack;
    this.situation = situation;
    this.values = Values.of(situation, pack);
    this.memory = memory;
  }

  /// The first that is not switched off speaks, or keeps silent for all of them.
  void first(List<Candidate> candidates) {
    boolean settled = false;
    for (Candidate one : candidates) {
      settled = note(one, settled) != Considered.Outcome.SWITCHED_OFF || settled;
    }
  }

  /// The first that may speak speaks.
  void any(List<Candidate> candidates) {
    boolean settled = false;
    for (Candidate one : candidates) {
      settled = note(one, settled) == Considered.Outcome.SAID || settled;
    }
  }

  Decision decision() {
    return new Decision(replies, memory, considered);
  }

  private Considered.Outcome note(Candidate one, boolean settled) {
    Considered.Outcome outcome = settled ? Considered.Outcome.OUTRANKED : attempt(one);
    considered.add(new Considered(one.rule().kind(), one.rule().id(), outcome, one.detail()));
    return outcome;
  }

  private Considered.Outcome attempt(Candidate one) {
    Rule rule = one.rule();
    if (rule.offBy() != null) {
      return Considered.Outcome.SWITCHED_OFF;
    }
    String period = rule.limit().per().name(situation, pack.zone());
    Considered.Outcome forbidden = memory.forbids(rule.id(), rule.limit(), period, situation.now());
    if (forbidden != null) {
      return forbidden;
    }
    String text = text(one);
    if (text == null) {
      return Considered.Outcome.WORDLESS;
    }
    replies.add(new Reply(rule.kind(), rule.id(), text, rule.saying().by()));
    memory = memory.with(rule.id(), rule.limit(), period, situation.now());
    return Considered.Outcome.SAID;
  }

  private @Nullable String text(Candidate one) {
    Map<Variable, String> all = new EnumMap<>(values);
    if (one.keyword() != null) {
      all.put(Variable.KEYWORD, one.keyword());
    }
    String text = one.rule().saying().text().filled(all);
    Wording fallback = one.rule().saying().fallback();
    return text == null && fallback != null ? fallback.filled(all) : text;
  }
}
