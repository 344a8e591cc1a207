package dev.xiaoer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Random histories of one conversation: whatever happens, nothing is said beyond its limit.
class LimitPropertiesTest {

  private static final List<String> WORDS = List.of("你好", "几点发货", "发货发票", "盖碗多大", "在吗", "谢谢", "发票呢");

  /// With a generous limit, a strict one, one of the day and one of the time apart.
  private static final RulePack PACK = Packs.read(Packs.SHORT
      .replace("text: \"欢迎光临{shop}\" }", "text: 欢迎, limit: { times: 2, per: conversation } }")
      .replace("text: \"{agent}很忙\" }", "text: \"{agent}很忙\", limit: { times: 3, per: day, every: 1m } }")
      .replace("text: \"等了{waited}\" }", "text: \"等了{waited}\", limit: { times: 2, every: 2m } }")
      .replace("keywords: [发货], text: \"{keyword}：今天\" }", "keywords: [发货], text: 今天, limit: { times: 3, every: 3m } }")
      .replace("faq:\n", "  - { id: bill, kind: keyword, keywords: [发票], text: 有 }\nfaq:\n"));

  private record Spoken(Reply reply, Instant at, String period) {}

  @Property(tries = 300)
  void nothingIsSaidBeyondItsLimit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length) {
    var random = new Random(seed);
    var chat = new Chat(PACK);
    var spoken = new ArrayList<Spoken>();
    for (int i = 0; i < length; i++) {
      change(chat, random);
      Decision decision = happen(chat, random);
      for (Reply reply : decision.replies()) {
        Memory.Said said = said(decision.memory(), reply);
        spoken.add(new Spoken(reply, chat.now(), said.period()));
      }
      assertThat(decision.replies()).hasSizeLessThanOrEqualTo(2);
      assertThat(decision.replies().stream().filter(reply -> reply.kind().answers()).count()).isLessThanOrEqualTo(1);
    }
    holdsToLimits(spoken);
  }

  /// Whoever keeps the memory keeps it as text.
  @Property(tries = 100)
  void theMemorySurvivesItsStore(@ForAll long seed) {
    var random = new Random(seed);
    var chat = new Chat(PACK);
    for (int i = 0; i < 30; i++) {
      change(chat, random);
      happen(chat, random);
    }
    assertThat(stored(chat.memory().ofConversation())).isEqualTo(chat.memory().ofConversation());
    assertThat(stored(chat.memory().ofBuyer())).isEqualTo(chat.memory().ofBuyer());
  }

  private static Map<String, Memory.Said> stored(Map<String, Memory.Said> memory) {
    return memory.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Memory.Said.of(one.getValue().text())));
  }

  private static void change(Chat chat, Random random) {
    Serving.State[] states = Serving.State.values();
    switch (random.nextInt(8)) {
      case 0 -> chat.agentIs(states[random.nextInt(states.length)], Duration.ofMinutes(5), random.nextBoolean());
      case 1 -> chat.queuedAt(1 + random.nextInt(9), null);
      case 2 -> chat.nobodyIsOnDuty();
      case 3 -> chat.somebodyIsOnDuty();
      case 4 -> chat.agentAnswers();
      default -> chat.passes(Duration.ofSeconds(random.nextInt(200)));
    }
  }

  private static Decision happen(Chat chat, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> chat.meets(new Moment.Queued());
      case 1 -> chat.meets(new Moment.Closed());
      case 2 -> chat.waits(Duration.ofSeconds(random.nextInt(100)));
      default -> chat.says(WORDS.get(random.nextInt(WORDS.size())));
    };
  }

  private static Memory.Said said(Memory memory, Reply reply) {
    return Objects.requireNonNull(memory.said(reply.rule(), limit(reply)), reply.rule());
  }

  private static Limit limit(Reply reply) {
    return PACK.rules().stream().filter(rule -> rule.id().equals(reply.rule())).map(Rule::limit).findFirst()
        .orElse(PACK.faq().limit());
  }

  private static void holdsToLimits(List<Spoken> spoken) {
    spoken.stream().collect(Collectors.groupingBy(one -> one.reply().rule())).forEach((rule, its) -> {
      Limit limit = limit(its.getFirst().reply());
      its.stream().collect(Collectors.groupingBy(Spoken::period)).forEach((period, times) -> assertThat(times)
          .as("%s within %s", rule, period).hasSizeLessThanOrEqualTo(limit.times()));
      for (int i = 1; i < its.size(); i++) {
        assertThat(Duration.between(its.get(i - 1).at(), its.get(i).at())).as("time between two of %s", rule)
            .isGreaterThanOrEqualTo(limit.apart());
      }
    });
  }
}
