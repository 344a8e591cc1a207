package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.xiaoer.availability.Availability.Standing;
import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.ClassRedis;
import dev.xiaoer.routing.SeatHappenings.Happening;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every state × every event × every kind of buyer, with the real routing on a real Redis, against what
/// `what-becomes-of-a-seat.txt` and `who-gets-the-buyer.txt` say.
class StateTableTest {

  private static final Map<String, Map<String, String>> BECOMES = WrittenTable.of("what-becomes-of-a-seat.txt");
  private static final Map<String, Map<String, String>> BUYERS = WrittenTable.of("who-gets-the-buyer.txt");

  @RegisterExtension
  static final ClassRedis REDIS = ClassRedis.inMemory();

  @Test
  void noStateAndNoEventIsLeftOut() {
    List<String> states = Arrays.stream(AvailabilityState.values()).map(Enum::name).toList();
    BECOMES.forEach((event, cells) -> assertThat(cells.keySet()).as(event).containsExactlyInAnyOrderElementsOf(states));
    assertThat(BUYERS.keySet()).containsAll(states);
    assertThat(BECOMES.keySet()).isEqualTo(SeatHappenings.all().keySet());
    assertThat(SeatHappenings.all().values().stream().map(Happening::event).collect(Collectors.toSet()))
        .isEqualTo(leaves(SeatEvent.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(StateTableTest::leaves);
  }

  @TestFactory
  Stream<DynamicTest> whateverHappensInWhateverStateBuyersOfEveryKindGoWhereTheTablesSay() {
    return BECOMES.keySet().stream().flatMap(event -> Arrays.stream(AvailabilityState.values())
        .map(state -> dynamicTest(state + ": " + event, () -> happens(event, state))));
  }

  private static void happens(String event, AvailabilityState state) {
    Happening happening = Objects.requireNonNull(SeatHappenings.all().get(event));
    String becomes = Objects.requireNonNull(Objects.requireNonNull(BECOMES.get(event)).get(state.name()));
    var scene = new SeatScene(REDIS.link(), "seat-" + state + '-' + Integer.toHexString(event.hashCode()),
        !event.contains("served all"));
    happening.before().accept(scene);
    scene.reach(state);
    Standing before = scene.standing();
    assertThat(before.state()).as("the scene").isEqualTo(state);
    long heard = scene.heardOfStates();

    Refusal refused = happening.happens().apply(scene);
    Standing after = scene.standing();
    assertThat(answer(refused, before, after, scene.heardOfStates() - heard)).isEqualTo(
        becomes.equals("gone") ? "stays" : becomes);
    assertThat(served(scene)).isEqualTo(expected(scene, after.state() + (becomes.equals("gone") ? " gone" : "")));
  }

  /// In the words of the table.
  private static String answer(@Nullable Refusal refused, Standing before, Standing after, long told) {
    if (told == 0) {
      assertThat(after.state()).isEqualTo(before.state());
      assertThat(after.since()).isEqualTo(before.since());
      assertThat(after.until()).isEqualTo(before.until());
      return refused == null ? "stays" : refused.name();
    }
    assertThat(told).as("told once").isEqualTo(1);
    return after.state().name();
  }

  private static Map<String, String> expected(SeatScene scene, String row) {
    var expected = new LinkedHashMap<>(Objects.requireNonNull(BUYERS.get(row)));
    if (!scene.isServing()) {
      expected.keySet().removeIf(kind -> kind.startsWith("open"));
    }
    return expected;
  }

  /// Who waited goes first: the others take places.
  private static Map<String, String> served(SeatScene scene) {
    var served = new LinkedHashMap<String, String>();
    for (String kind : List.of("away text", "open, waits", "open, answered", "served 23 h ago", "served 71 h ago",
        "served 73 h ago", "new", "new, li full")) {
      String agent = scene.servedAt(kind);
      if (agent != null) {
        served.put(kind, agent);
      }
    }
    return served;
  }
}
