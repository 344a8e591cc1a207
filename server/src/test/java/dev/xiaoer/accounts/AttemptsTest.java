package dev.xiaoer.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.redis.RedisLink;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

@WithDesk
class AttemptsTest {

  private static final AtomicInteger names = new AtomicInteger();
  private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

  @Autowired
  RedisLink link;

  @Autowired
  StringRedisTemplate redis;

  private Attempts attempts;
  private String name;
  private String address;

  @BeforeEach
  void somebodyNew() {
    attempts = attempts(1_000_000);
    name = "guessed" + names.incrementAndGet();
    address = "192.0.2." + names.get();
  }

  @Test
  void fiveWrongPasswordsAreFollowedByThirtySeconds() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempts.begin(name, address, NOW)).isZero();
    }
    assertThat(attempts.begin(name, address, NOW)).isEqualTo(Duration.ofSeconds(30));
    assertThat(attempts.begin(name, address, NOW.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
    assertThat(attempts.begin(name, address, NOW.plusSeconds(30))).isZero();
  }

  @Test
  void thePauseDoublesUpToAQuarterOfAnHourAndNeverLocksForGood() {
    Instant now = NOW;
    for (int i = 0; i < 5; i++) {
      assertThat(attempts.begin(name, address, now)).isZero();
    }
    for (int seconds : new int[]{30, 60, 120, 240, 480, 900, 900, 900}) {
      assertThat(attempts.begin(name, address + "/" + now, now)).isEqualTo(Duration.ofSeconds(seconds));
      now = now.plusSeconds(seconds);
      assertThat(attempts.begin(name, address + "/" + now, now)).isZero();
    }
  }

  @Test
  void attemptsDuringAPauseDoNotMakeItLonger() {
    for (int i = 0; i < 50; i++) {
      assertThat(attempts.begin(name, address + "/" + i, NOW)).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }
    assertThat(attempts.begin(name, address + "/last", NOW)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void theRightPasswordMakesTheWrongOnesForgotten() {
    for (int i = 0; i < 4; i++) {
      assertThat(attempts.begin(name, address, NOW)).isZero();
    }
    attempts.succeeded(name, address);
    for (int i = 0; i < 5; i++) {
      assertThat(attempts.begin(name, address, NOW)).isZero();
    }
  }

  @Test
  void manyAccountsFromOneAddressAreCountedTogether() {
    for (int i = 0; i < 20; i++) {
      assertThat(attempts.begin(name + "-" + i, address, NOW)).isZero();
    }
    assertThat(attempts.begin(name + "-last", address, NOW)).isPositive();
  }

  @Test
  void manyWhoSignInRightFromOneAddressAreNotHeldUp() {
    for (int i = 0; i < 100; i++) {
      assertThat(attempts.begin(name + "-" + i, address, NOW)).isZero();
      attempts.succeeded(name + "-" + i, address);
    }
  }

  @Test
  void everybodyTogetherIsLimitedByTheMinute() {
    Attempts few = attempts(3);
    Instant minute = NOW.plusSeconds(3600L * names.get());
    for (int i = 0; i < 3; i++) {
      assertThat(few.begin(name + i, address + i, minute)).isZero();
    }
    assertThat(few.begin(name, address, minute.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
    assertThat(few.begin(name, address, minute.plusSeconds(60))).isZero();
  }

  @Test
  void aHundredAtOnceAreCountedBeforeTheyAreTried() {
    var letIn = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        String from = "198.51.100." + i + "/" + name;
        threads.execute(() -> {
          if (attempts.begin(name, from, NOW).isZero()) {
            letIn.incrementAndGet();
          }
        });
      }
    }
    assertThat(letIn).hasValue(5);
  }

  private Attempts attempts(int perMinute) {
    var settings = new SignInSettings(5, 20, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1),
        perMinute);
    return new RedisAttempts(link, redis, settings);
  }
}
