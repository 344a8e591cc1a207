package dev.xiaoer.replies;

import dev.xiaoer.replies.faq.FaqIndex;
import dev.xiaoer.replies.text.Keywords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides what the desk says by itself. Does not change; any thread.
public final class AutoReplies {

  /// Of the kinds that tell how things stand, and of the waits the longest that is over.
  private static final Comparator<Rule> IN_RANK = Comparator.comparing(Rule::kind)
      .thenComparing(AutoReplies::wait, Comparator.reverseOrder());

  private final RulePack pack;
  private final Keywords keywords;
  private final FaqIndex faq;
  private final Map<String, Faq.Entry> entries;

  /// Makes ready what is looked for; costs some milliseconds.
  public AutoReplies(RulePack pack) {
    this(pack, new Keywords(keywords(pack)),
        new FaqIndex(pack.faq().entries().stream().map(one -> new FaqIndex.Asked(one.id(), one.questions())).toList(),
            pack.faq().synonyms()),
        pack.faq().entries().stream().collect(Collectors.toMap(Faq.Entry::id, Function.identity())));
  }

  private AutoReplies(RulePack pack, Keywords keywords, FaqIndex faq, Map<String, Faq.Entry> entries) {
    this.pack = pack;
    this.keywords = keywords;
    this.faq = faq;
    this.entries = entries;
  }

  /// The same with further changes, at no cost.
  public AutoReplies with(Overrides overrides) {
    return new AutoReplies(pack.with(overrides), keywords, faq, entries);
  }

  /// The same for a group with hours of its own, at no cost.
  public AutoReplies at(ZoneId zone, Hours hours) {
    return new AutoReplies(pack.at(zone, hours), keywords, faq, entries);
  }

  public Decision decide(Situation situation, Memory memory) {
    List<Rule> rules = rules(situation);
    var turn = new Turn(pack, situation, memory);
    turn.first(rules.stream()
        .filter(rule -> !rule.kind().answers() && Triggers.fit(rule, situation, pack.zone()))
        .sorted(IN_RANK).map(Turn.Candidate::of).toList());
    if (situation.moment() instanceof Moment.BuyerSpoke(var text)) {
      turn.any(answers(rules, text, situation.isUnattended()));
    }
    return turn.decision();
  }

  /// Answers to what a buyer asks, best first, for the agent to choose from.
  public List<Suggestion> suggest(String text, String shop, int most) {
    return hits(text).limit(most).map(hit -> {
      String answer = entry(hit).answer().filled(Map.of(Variable.SHOP, shop));
      return new Suggestion(hit.id(), entry(hit).questions().getFirst(), answer == null ? "" : answer, hit.score());
    }).toList();
  }

  /// When a wait that goes on will be worth another look ([Moment.TimePassed]); null when nothing is left to be said.
  public @Nullable Instant nextSlowAnswer(Situation situation, Memory memory) {
    Instant since = situation.waitingSince();
    if (since == null) {
      return null;
    }
    Duration over = rules(situation).stream().map(AutoReplies::wait)
        .filter(wait -> wait.compareTo(situation.waited()) <= 0).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    return rules(situation).stream()
        .filter(
            rule -> rule.when() instanceof Rule.After(var wait) && wait.compareTo(over) >= 0 && rule.offBy() == null)
        .flatMap(rule -> next(rule, since, situation, memory).stream())
        .min(Comparator.naturalOrder()).orElse(null);
  }

  private Optional<Instant> next(Rule rule, Instant since, Situation situation, Memory memory) {
    String period = rule.limit().per().name(situation, pack.zone());
    Memory.Said said = memory.said(rule.id(), rule.limit());
    Instant due = since.plus(wait(rule));
    if (said == null) {
      return Optional.of(due);
    }
    if (said.period().equals(period) && said.times() >= rule.limit().times()) {
      return Optional.empty();
    }
    Instant again = said.last().plus(rule.limit().apart());
    return Optional.of(again.isAfter(due) ? again : due);
  }

  private List<Rule> rules(Situation situation) {
    return pack.rules(situation.group(), situation.agent() == null ? null : situation.agent().id());
  }

  private List<Turn.Candidate> answers(List<Rule> rules, String text, boolean unattended) {
    Map<String, Rule> byId = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    var heard = keywords.in(text).stream().flatMap(keyword -> {
      Rule rule = byId.get(keyword.rule());
      return rule == null
          ? Stream.empty()
          : Stream.of(new Turn.Candidate(rule, keyword.word(), Optional.of(keyword.word())));
    }).toList();
    if (!heard.isEmpty() || !unattended) {
      return heard;
    }
    return hits(text).limit(1).map(hit -> new Turn.Candidate(pack.faq().rule(entry(hit)), null,
        Optional.of(String.format(Locale.ROOT, "%.2f", hit.score())))).toList();
  }

  private Stream<FaqIndex.Hit> hits(String text) {
    return faq.find(text).stream().filter(hit -> hit.score() >= pack.faq().threshold());
  }

  private Faq.Entry entry(FaqIndex.Hit hit) {
    return Objects.requireNonNull(entries.get(hit.id()));
  }

  private static Duration wait(Rule rule) {
    return rule.when() instanceof Rule.After(var wait) ? wait : Duration.ZERO;
  }

  private static List<Keywords.Keyword> keywords(RulePack pack) {
    return pack.rules().stream().flatMap(rule -> rule.when() instanceof Rule.Heard(var match, var words, var priority)
        ? words.stream().map(word -> new Keywords.Keyword(rule.id(), word, match, priority))
        : Stream.empty()).toList();
  }
}
