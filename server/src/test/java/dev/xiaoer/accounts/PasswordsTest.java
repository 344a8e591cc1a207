package dev.xiaoer.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.accounts.WeakPasswordException.Weakness;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private static final String RIGHT = "a quiet pot of oolong";
  private final Passwords passwords = new Passwords(new PasswordSettings(19 * 1024, 2, 1, 2, 64));

  @AfterEach
  void stop() {
    passwords.destroy();
  }

  @Test
  void onlyTheRightPasswordMatches() {
    String hash = passwords.hash("lin", RIGHT);
    assertThat(passwords.matches(RIGHT, hash)).isTrue();
    assertThat(passwords.matches(RIGHT + " ", hash)).isFalse();
    assertThat(passwords.matches("nobody signs in with this", null)).isFalse();
    assertThat(passwords.hash("lin", RIGHT)).isNotEqualTo(hash);
  }

  @Test
  void aHashOfWeakerDaysIsMadeAnew() {
    String old = passwords.hash("lin", RIGHT);
    var stronger = new Passwords(new PasswordSettings(24 * 1024, 3, 1, 2, 64));
    String upgraded = stronger.upgraded(RIGHT, old);
    assertThat(upgraded).contains("m=24576,t=3");
    assertThat(stronger.matches(RIGHT, upgraded)).isTrue();
    assertThat(passwords.upgraded(RIGHT, old)).isNull();
    stronger.destroy();
  }

  @Test
  void lengthIsCountedInCharactersAsPeopleCountThem() {
    assertThat(passwords.hash("lin", "🍵🌱🍃🌿🍂🌾🎋🎍🏮🧧🀄🎐")).isNotEmpty();
    refused("short as it", Weakness.TOO_SHORT);
    refused("x".repeat(64) + "y".repeat(65), Weakness.TOO_LONG);
    refused("password1234", Weakness.TOO_COMMON);
  }

  @Test
  void settingsBelowTheFloorAreRefused() {
    assertThatThrownBy(() -> new PasswordSettings(10_000, 2, 1, 2, 64)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PasswordSettings(19_456, 1, 1, 2, 64)).isInstanceOf(IllegalArgumentException.class);
  }

  /// On a quiet machine the medians are within 10 %. Beside other work this asks only that no hash is left out, which
  /// would take a thousandth of the time.
  @Test
  void anUnknownNameTakesAsLongAsAWrongPassword() {
    String hash = passwords.hash("lin", RIGHT);
    double ratio = (double) median(null) / median(hash);
    assertThat(ratio).isBetween(0.4, 2.5);
  }

  private long median(@Nullable String hash) {
    long[] times = new long[15];
    for (int i = 0; i < times.length; i++) {
      long begun = System.nanoTime();
      assertThat(passwords.matches("wrong for sure, always", hash)).isFalse();
      times[i] = System.nanoTime() - begun;
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private void refused(String password, Weakness weakness) {
    assertThatThrownBy(() -> passwords.hash("lin", password))
        .isInstanceOfSatisfying(WeakPasswordException.class, e -> assertThat(e.weakness()).isEqualTo(weakness));
  }
}
