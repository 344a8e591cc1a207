package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.groups.Overflow;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.ClassRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who gets which buyer, and why.
class PolicyTest {

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.inMemory();

  private static int desks;

  private PlayedDesk desk;

  @BeforeEach
  void open() {
    desk = new PlayedDesk(REDIS.link(), "policy" + desks++);
  }

  private static @Nullable Refusal refused(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var code) ? code : null;
  }

  /// Every state of the last agent × how long ago the buyer was served; the other agent has less to do.
  @Test
  void theReturningBuyerGoesToTheLastAgentAsTheTableSays() {
    Map<String, List<Boolean>> table = Map.of(
        "ONLINE", List.of(true, true, false), "HUNG_UP", List.of(true, false, false),
        "ON_BREAK", List.of(false, false, false), "DRAINING", List.of(false, false, false),
        "OVERDUE", List.of(false, false, false), "OFFLINE", List.of(false, false, false));
    List<Duration> ago = List.of(Duration.ofHours(23), Duration.ofHours(71), Duration.ofHours(73));
    desk.isThere("li", 9, "presale");
    int buyers = 0;
    for (var row : table.entrySet()) {
      for (int i = 0; i < ago.size(); i++) {
        String buyer = "buyer" + buyers++;
        desk.is("li", "ONLINE");
        ConversationId first = desk.asks(buyer, "presale");
        ConversationId load = desk.asks(buyer + "-load", "presale");
        assertThat(desk.agentOf(load)).isEqualTo("li");
        ConversationId more = desk.asks(buyer + "-more", "presale");
        desk.closes(first);
        desk.pass(ago.get(i));
        desk.is("li", row.getKey());
        desk.isThere("wang", 9, "presale");
        ConversationId again = desk.asks(buyer, "presale");
        assertThat(desk.agentOf(again)).as("%s, served %s ago", row.getKey(), ago.get(i))
            .isEqualTo(row.getValue().get(i) ? "li" : "wang");
        assertThat(desk.notesOf(again).contains("SERVED_LATELY")).isEqualTo(row.getValue().get(i));
        ConversationId stranger = desk.asks(buyer + "-new", "presale");
        assertThat(desk.agentOf(stranger)).as("a new buyer, %s", row.getKey()).isEqualTo("wang");
        desk.closes(again);
        desk.closes(stranger);
        desk.closes(load);
        desk.closes(more);
        desk.is("wang", "OFFLINE");
      }
    }
  }

  @Test
  void aLastAgentWithoutAFreePlaceIsAsAnyOther() {
    desk.isThere("li", 1, "presale");
    ConversationId first = desk.asks("anna", "presale");
    desk.closes(first);
    ConversationId other = desk.asks("bo", "presale");
    desk.isThere("wang", 1, "presale");
    assertThat(desk.agentOf(desk.asks("anna", "presale"))).isEqualTo("wang");
    desk.is("li", "HUNG_UP");
    ConversationId waits = desk.asks("carl", "presale");
    desk.closes(other);
    assertThat(desk.agentOf(waits)).as("li is hung up, and never served carl").isEmpty();
    ConversationId back = desk.asks("bo", "presale");
    assertThat(desk.agentOf(back)).as("li served bo a moment ago").isEqualTo("li");
  }

  @Test
  void whoLetItLieIsNotAskedAgainWhileOthersAreThere() {
    desk.isThere("li", 5, "presale");
    ConversationId held = desk.asks("anna", "presale");
    desk.isThere("wang", 1, "presale");
    ConversationId busy = desk.asks("bo", "presale");
    desk.letsLie("li");
    desk.is("li", "ONLINE");
    desk.sweep();
    assertThat(desk.agentOf(held)).as("wang is there, though full").isEmpty();
    assertThat(desk.agentOf(desk.asks("carl", "presale"))).as("others pass by").isEqualTo("li");
    desk.closes(busy);
    assertThat(desk.agentOf(held)).isEqualTo("wang");

    desk.letsLie("wang");
    assertThat(desk.agentOf(held)).as("only li is left").isEqualTo("li");
  }

  @Test
  void tiersAndComplaintsComeFirstAndWhatWasPutBackBeforeThem() {
    desk.rules.settle("presale", null, null, false, Map.of(), Map.of("gold", 7));
    desk.isThere("li", 1, "presale");
    ConversationId held = desk.asks("anna", "presale");
    ConversationId plain = desk.asks("bo", "presale");
    ConversationId gold = desk.asks("carl", "presale", "gold");
    ConversationId complaint = desk.asks("dora", "presale", "complaint");
    ConversationId unknown = desk.asks("emil", "presale", "silver");
    desk.letsLie("li");
    desk.isThere("wang", 1, "presale");
    for (ConversationId next : List.of(held, complaint, gold, plain, unknown)) {
      assertThat(desk.agentOf(next)).isEqualTo("wang");
      desk.closes(next);
    }
  }

  @Test
  void whoeverWaitsForLongIsHelpedOutByTheOtherGroup() {
    desk.rules.settle("presale", new Overflow("aftersale", Duration.ofSeconds(30)), null, false, Map.of(), Map.of());
    desk.isThere("zhao", 5, "aftersale");
    ConversationId waits = desk.asks("anna", "presale");
    desk.pass(Duration.ofSeconds(29));
    desk.sweep();
    assertThat(desk.agentOf(waits)).isEmpty();
    desk.pass(Duration.ofSeconds(2));
    desk.sweep();
    assertThat(desk.agentOf(waits)).isEqualTo("zhao");
    assertThat(desk.notesOf(waits)).contains("\"OVERFLOW\"");
  }

  @Test
  void anOfferIsTakenOrGoesOn() {
    desk.rules.settle("presale", null, Duration.ofSeconds(20), false, Map.of(), Map.of());
    desk.isThere("li", 1, "presale");
    ConversationId asked = desk.asks("anna", "presale");
    desk.isThere("wang", 1, "presale");
    assertThat(desk.agentOf(asked)).as("offered, not given").isEmpty();
    assertThat(desk.ownerOf(asked)).isEqualTo("li");
    assertThat(desk.heardBy("li")).contains("assignment.offered").doesNotContain("conversation.given");
    assertThat(desk.answers("li", asked, false)).isInstanceOf(Outcome.Done.class);
    assertThat(desk.heardBy("li")).contains("assignment.lapsed");
    assertThat(desk.ownerOf(asked)).isEqualTo("wang");
    desk.pass(Duration.ofSeconds(19));
    desk.sweep();
    assertThat(desk.ownerOf(asked)).as("none lapses early").isEqualTo("wang");
    assertThat(refused(desk.answers("li", asked, true))).as("wang's offer").isEqualTo(Refusal.STALE);
    assertThat(desk.answers("wang", asked, true)).isInstanceOf(Outcome.Done.class);
    assertThat(desk.answers("wang", asked, true)).as("again").isInstanceOf(Outcome.Done.class);
    assertThat(desk.agentOf(asked)).isEqualTo("wang");

    ConversationId second = desk.asks("bo", "presale");
    assertThat(desk.ownerOf(second)).isEqualTo("li");
    desk.pass(Duration.ofSeconds(21));
    assertThat(refused(desk.answers("li", second, true))).as("too late").isEqualTo(Refusal.STALE);
    desk.isThere("zhao", 1, "presale");
    assertThat(desk.ownerOf(second)).isEqualTo("zhao");
    assertThat(desk.notesOf(second)).contains("\"from\":\"li\"", "\"OFFER_UNANSWERED\"");
    assertThat(desk.notesOf(asked)).as("li has answered").doesNotContain("OFFER_UNANSWERED");
  }

  @Test
  void aBuyerIsPickedFromTheQueueOnlyWhereTheGroupAllowsIt() {
    desk.isThere("li", 1, "presale");
    ConversationId first = desk.asks("anna", "presale");
    ConversationId second = desk.asks("bo", "presale");
    ConversationId third = desk.asks("carl", "presale");
    assertThat(refused(desk.picks("li", third))).isEqualTo(Refusal.FORBIDDEN);
    desk.rules.settle("presale", null, null, true, Map.of(), Map.of());
    assertThat(refused(desk.picks("li", third))).isEqualTo(Refusal.CAP_FULL);
    desk.is("li", "ON_BREAK");
    desk.closes(first);
    assertThat(refused(desk.picks("li", third))).as("on a break").isEqualTo(Refusal.FORBIDDEN);
    desk.is("li", "ONLINE");
    assertThat(desk.picks("li", third)).isInstanceOf(Outcome.Done.class);
    assertThat(desk.picks("li", third)).as("again").isInstanceOf(Outcome.Done.class);
    assertThat(desk.agentOf(third)).isEqualTo("li");
    assertThat(desk.notesOf(third)).contains("\"PICKED\"");
    assertThat(refused(desk.picks("li", first))).isEqualTo(Refusal.NOT_WAITING);
    desk.closes(third);
    assertThat(desk.agentOf(second)).isEqualTo("li");
  }

  @Test
  void weightsOfThreeToOneGiveThreeTimesAsManyBuyers() {
    assertThat(shareOf(desk) / 3 - 1).isBetween(-0.05, 0.05);
  }

  /// What the day does not show it does not check: weights that count by load only, or by turns only.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      math.floor(100000 / weight + 0.5)         | math.floor(100000 / 10 + 0.5)
      (weights[2] or 10) / (weights[1] or 10))  | (weights[2] or 10) / 10)
      """)
  void weightsThatCountOnlyHalfAreFound(String right, String wrong) {
    var spoilt = new WatchedLink(REDIS.link(), Map.of(right, wrong));
    assertThat(Math.abs(shareOf(new PlayedDesk(spoilt, "unweighed" + desks++)) / 3 - 1)).isGreaterThan(0.05);
  }

  /// A day with quiet hours and busy ones; every talk takes as long whoever leads it.
  ///
  /// @return how many buyers li has had for one of wang's
  private static double shareOf(PlayedDesk desk) {
    desk.rules.settle("presale", null, null, false, Map.of("li", 30, "wang", 10), Map.of());
    desk.isThere("li", 30, "presale");
    desk.isThere("wang", 30, "presale");
    var chance = new Random(1);
    record Talk(double end, ConversationId id) {}
    var talks = new PriorityQueue<Talk>((a, b) -> Double.compare(a.end(), b.end()));
    var buyers = new int[2];
    double time = 0;
    for (int i = 0; i < 1_800; i++) {
      double load = new double[]{0.2, 4, 12}[i / 600];
      time += -Math.log(1 - chance.nextDouble()) / load;
      while (!talks.isEmpty() && talks.peek().end() < time) {
        desk.closes(talks.remove().id());
      }
      ConversationId id = desk.asks("buyer" + i, "presale");
      buyers[desk.agentOf(id).equals("li") ? 0 : 1]++;
      talks.add(new Talk(time - Math.log(1 - chance.nextDouble()), id));
    }
    return buyers[0] / (double) buyers[1];
  }
}
