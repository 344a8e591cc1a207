package dev.xiaoer.replies;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// When the desk says something by itself. Of the kinds that tell how things stand, the first in this order speaks.
public enum ReplyKind {
  /// The agent has hung up (B3).
  HUNG_UP,
  /// The agent is at lunch (B1).
  ON_BREAK,
  /// The agent is away, or stays away longer than agreed (B4).
  AWAY,
  /// Nobody is on duty.
  OFF_HOURS,
  /// Nobody is free: the buyer waits and is told the place in the queue.
  QUEUEING,
  /// The agent has as many buyers as one can have.
  BUSY,
  /// A buyer's first words of the day.
  FIRST_RECEPTION,
  /// The agent is there and has not answered for a while (C1).
  SLOW_ANSWER,
  /// The conversation was closed (C6).
  CLOSING,
  /// The buyer's words have a keyword (C9).
  KEYWORD,
  /// The buyer asks what was asked before, and nobody is there to answer.
  FAQ;

  /// Its name in a pack.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What holds where a pack says nothing else: once within the first that it may be counted within, and answers again
  /// after a while.
  public Limit limit() {
    return answers() ? new Limit(5, counts().getFirst(), Duration.ofMinutes(10)) : Limit.once(counts().getFirst());
  }

  /// What its texts may name and always have.
  public Set<Variable> known() {
    return switch (this) {
      case HUNG_UP, ON_BREAK, AWAY, BUSY -> EnumSet.of(Variable.SHOP, Variable.AGENT);
      case QUEUEING -> EnumSet.of(Variable.SHOP, Variable.POSITION);
      case SLOW_ANSWER -> EnumSet.of(Variable.SHOP, Variable.AGENT, Variable.WAITED);
      case KEYWORD -> EnumSet.of(Variable.SHOP, Variable.KEYWORD);
      case OFF_HOURS -> EnumSet.of(Variable.SHOP, Variable.HOURS);
      case FIRST_RECEPTION, CLOSING, FAQ -> EnumSet.of(Variable.SHOP);
    };
  }

  /// What its texts may name and do not always have: a text that names one needs another for when it is not known.
  public Set<Variable> unsure() {
    return switch (this) {
      case HUNG_UP, ON_BREAK, AWAY -> EnumSet.of(Variable.BUYER, Variable.BACK);
      case OFF_HOURS -> EnumSet.of(Variable.BUYER, Variable.OPENS);
      case QUEUEING -> EnumSet.of(Variable.BUYER, Variable.WAIT);
      case FIRST_RECEPTION, CLOSING, KEYWORD -> EnumSet.of(Variable.BUYER, Variable.AGENT);
      case BUSY, SLOW_ANSWER, FAQ -> EnumSet.of(Variable.BUYER);
    };
  }

  /// Within what its times may be counted, the usual one first.
  public List<Per> counts() {
    return switch (this) {
      case HUNG_UP, ON_BREAK, AWAY -> List.of(Per.ABSENCE, Per.CONVERSATION, Per.DAY);
      case OFF_HOURS -> List.of(Per.CLOSED_PERIOD, Per.CONVERSATION, Per.DAY);
      case QUEUEING, BUSY, SLOW_ANSWER -> List.of(Per.WAIT, Per.CONVERSATION, Per.DAY);
      case FIRST_RECEPTION -> List.of(Per.DAY, Per.CONVERSATION);
      case CLOSING, KEYWORD, FAQ -> List.of(Per.CONVERSATION, Per.DAY);
    };
  }

  /// Whether it answers what was asked. The others tell how things stand; one of each may speak at a time.
  public boolean answers() {
    return this == KEYWORD || this == FAQ;
  }

  /// Whether a pack may have more than one rule of the kind.
  public boolean mayBeSeveral() {
    return this == KEYWORD || this == SLOW_ANSWER;
  }

  /// Whether desk and group may switch it off. Nobody leaves without a word for who writes meanwhile (B2).
  public boolean mayBeOff() {
    return !isAbsence();
  }

  /// Whether agents may say it in words of their own: what is about them, their greeting and their thanks. What is about
  /// the desk is the desk's.
  public boolean mayBeWordedByAgents() {
    return isAbsence() || this == BUSY || this == FIRST_RECEPTION || this == CLOSING;
  }

  private boolean isAbsence() {
    return this == HUNG_UP || this == ON_BREAK || this == AWAY;
  }
}
