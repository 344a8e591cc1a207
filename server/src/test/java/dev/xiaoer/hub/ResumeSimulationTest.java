package dev.xiaoer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.protocol.Frame.ResyncReason;
import org.junit.jupiter.api.Test;

/// Histories made of seeds, deterministic: one that fails is run again by its seed alone.
class ResumeSimulationTest {

  private static final int HISTORIES = 10_000;
  private static final int EVENTS = 200;

  @Test
  void everyScreenEndsWithTheWholeLogWhateverTheNetworkDoes() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var desk = new SimulatedDesk(seed, 0.3);
      live(desk, seed, EVENTS);
      desk.comeToRest(true);
      assertThat(desk.violations()).as("seed %d", seed).isEmpty();
      assertThat(desk.screens()).as("seed %d", seed).allSatisfy(screen -> {
        assertThat(screen.isLive()).as("%s is followed", screen.name()).isTrue();
        assertThat(screen.resyncs()).as("resyncs of %s though nothing was lost", screen.name()).isEmpty();
      });
    }
  }

  @Test
  void aLogThatLostItsTailIsToldApart() {
    int ahead = 0;
    int diverged = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      var desk = new SimulatedDesk(seed, 0.1);
      live(desk, seed, EVENTS);
      desk.comeToRest(true);
      desk.screens().forEach(desk::disconnect);
      for (Screen screen : desk.screens()) {
        long head = head(desk, screen);
        desk.log().loseAfter(screen.topic(), head / 2);
      }
      if (seed % 2 == 0) {
        for (int i = 0; i < 40; i++) {
          desk.append(desk.screens().get(i % 2).topic());
        }
      }
      desk.comeToRest(true);
      assertThat(desk.violations()).as("seed %d", seed).isEmpty();
      for (Screen screen : desk.screens()) {
        ahead += (int) screen.resyncs().stream().filter(ResyncReason.AHEAD::equals).count();
        diverged += (int) screen.resyncs().stream().filter(ResyncReason.DIVERGED::equals).count();
      }
    }
    assertThat(ahead).as("screens that had more than the log").isGreaterThan(1_000);
    assertThat(diverged).as("screens that had another event at their position").isGreaterThan(1_000);
  }

  @Test
  void whoStaysConnectedIsToldOfALostTailToo() {
    int told = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      var desk = new SimulatedDesk(seed, 0.1);
      live(desk, seed, EVENTS);
      desk.comeToRest(true);
      for (Screen screen : desk.screens()) {
        desk.log().loseAfter(screen.topic(), head(desk, screen) / 2);
      }
      for (int i = 0; i < (seed % 3) * 20; i++) {
        desk.append(desk.screens().get(i % 2).topic());
      }
      desk.comeToRest(true);
      assertThat(desk.violations()).as("seed %d", seed).isEmpty();
      assertThat(desk.screens()).as("seed %d", seed).allMatch(Screen::isLive);
      told += (int) desk.screens().stream().filter(screen -> !screen.resyncs().isEmpty()).count();
    }
    assertThat(told).as("screens that had to begin anew").isGreaterThan(5_000);
  }

  @Test
  void aLogThatWasTrimmedSaysThatItIsLimited() {
    int limited = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      var desk = new SimulatedDesk(seed, 0.1);
      live(desk, seed, EVENTS);
      desk.comeToRest(true);
      desk.screens().forEach(desk::disconnect);
      for (int i = 0; i < 20; i++) {
        desk.append(desk.screens().get(i % 2).topic());
      }
      for (Screen screen : desk.screens()) {
        desk.log().trimBefore(screen.topic(), head(desk, screen) - 3);
      }
      desk.comeToRest(true);
      assertThat(desk.violations()).as("seed %d", seed).isEmpty();
      limited += (int) desk.screens().stream().filter(Screen::isLimited).count();
    }
    assertThat(limited).isGreaterThan(7_000);
  }

  @Test
  void aTrimmedLogThatAlsoLostItsTailIsTakenAgainFromWhereItBegins() {
    var desk = new SimulatedDesk(1, 0);
    Screen screen = desk.screens().getFirst();
    for (int i = 0; i < 500; i++) {
      desk.append(screen.topic());
    }
    desk.comeToRest(true);
    desk.screens().forEach(desk::disconnect);
    desk.log().trimBefore(screen.topic(), 100);
    desk.log().loseAfter(screen.topic(), 400);
    desk.comeToRest(true);
    assertThat(desk.violations()).isEmpty();
    assertThat(screen.resyncs()).containsExactly(ResyncReason.AHEAD);
    assertThat(screen.isLimited()).isTrue();
  }

  /// Negative control: without the look at the heads, what was dropped stays away, and the checker says so.
  @Test
  void withoutLookingAtTheHeadsAScreenHasLessThanTheLog() {
    int caught = 0;
    for (long seed = 0; seed < 200; seed++) {
      var desk = new SimulatedDesk(seed, 0.9);
      live(desk, seed, EVENTS);
      desk.comeToRest(false);
      caught += desk.violations().stream().anyMatch(violation -> violation.check().equals("C6")) ? 1 : 0;
    }
    assertThat(caught).as("histories in which the checker finds a screen that has less").isGreaterThan(20);
  }

  private static long head(SimulatedDesk desk, Screen screen) {
    var entries = desk.log().entries(screen.topic());
    return entries.isEmpty() ? 0 : entries.getLast().seq();
  }

  private static void live(SimulatedDesk desk, long seed, int steps) {
    try {
      for (int i = 0; i < steps; i++) {
        desk.somethingHappens();
      }
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
    }
  }
}
