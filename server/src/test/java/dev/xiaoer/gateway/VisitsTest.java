package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ByBuyer;
import dev.xiaoer.protocol.CloseReason;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.Await;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class VisitsTest {

  private static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";
  private static final Topic TOPIC = new Topic.Buyer(new ConversationId("conversation0000000001"));

  private final SocketSettings settings = TestSettings.socket(10, 30);
  private final GuestDoor door = new GuestDoor();
  private final Hub hub = TestHubs.silent();
  private final StrictJson json = new StrictJson();
  private long nanos;
  private int addresses;
  private final Visits visits = new Visits(settings, () -> nanos, new Random(1));

  /// One socket and what came of it.
  private final class Guest {
    private final PlayedWire wire = PlayedWire.fast();
    private final Connection connection = new Connection("socket", wire, hub, json, new StaticMessageSource());
    private final Visit<ByBuyer, String> visit;

    /// Each from an address of its own.
    private Guest() {
      this("address " + addresses++);
    }

    private Guest(String address) {
      visit = new Visit<>(door, connection, address, json, visits, settings);
      visits.begin(visit);
    }

    private Guest says(String frame) {
      visit.hear(frame, true);
      return this;
    }

    private Guest saysHello(String name) {
      return says("{\"type\":\"hello\",\"token\":\"" + name + "\",\"language\":null}");
    }

    private Guest comesIn(String name) {
      saysHello(name);
      door.answer();
      return this;
    }

    private void goes() {
      visits.end(visit);
      visit.end();
    }
  }

  @Test
  void whoSaysWhoItIsComesInAndIsHeard() {
    Guest anna = new Guest().comesIn("anna").says(HEARTBEAT);
    anna.goes();
    assertThat(door.book()).containsExactly("anna comes", "anna Heartbeat", "anna goes");
    assertThat(anna.wire.closes()).isEmpty();
  }

  @Test
  void whoSaysNothingInTimeIsSentAway() {
    Guest anna = new Guest().comesIn("anna");
    Guest stranger = new Guest();
    nanos += Duration.ofSeconds(5).toNanos() - 1;
    visits.closeStrangers();
    assertThat(stranger.wire.closes()).isEmpty();
    nanos += 1;
    visits.closeStrangers();
    assertThat(stranger.wire.closes()).containsExactly(CloseReason.UNAUTHENTICATED);
    assertThat(anna.wire.closes()).isEmpty();
  }

  @Test
  void whoDoesNotWaitForTheWelcomeIsSentAway() {
    Guest hasty = new Guest().saysHello("anna").says(HEARTBEAT);
    assertThat(hasty.wire.closes()).containsExactly(CloseReason.UNAUTHENTICATED);
  }

  @Test
  void aBuyerHasSoManySocketsAndAnotherOnlyAfterOneIsGone() {
    Guest first = new Guest().comesIn("anna");
    new Guest().comesIn("anna");
    assertThat(new Guest().comesIn("anna").wire.closes()).containsExactly(CloseReason.TOO_MANY);
    assertThat(new Guest().comesIn("bo").wire.closes()).isEmpty();
    first.goes();
    assertThat(new Guest().comesIn("anna").wire.closes()).isEmpty();
    assertThat(new Guest().comesIn("anna").wire.closes()).containsExactly(CloseReason.TOO_MANY);
  }

  @Test
  void anAddressHasSoManySocketsWhoeverTheyAreAndAnotherOnlyAfterOneIsGone() {
    Guest first = new Guest("home").comesIn("anna");
    Guest stranger = new Guest("home");
    new Guest("home").comesIn("bo");
    new Guest("home");
    Guest tooMany = new Guest("home");
    assertThat(tooMany.wire.closes()).containsExactly(CloseReason.TOO_MANY);
    tooMany.saysHello("cai").goes();
    assertThat(door.book()).as("not heard any more").noneMatch(line -> line.startsWith("cai"));
    assertThat(new Guest("elsewhere").wire.closes()).isEmpty();
    assertThat(new Guest("home").wire.closes()).as("one that was refused took no place").hasSize(1);
    first.goes();
    stranger.goes();
    assertThat(new Guest("home").wire.closes()).isEmpty();
    assertThat(new Guest("home").wire.closes()).isEmpty();
    assertThat(new Guest("home").wire.closes()).containsExactly(CloseReason.TOO_MANY);
  }

  @Test
  void whoIsGoneBeforeBeingLookedUpNeverComesInAndTakesNoPlace() {
    for (int i = 0; i < 5; i++) {
      Guest anna = new Guest().saysHello("anna");
      anna.goes();
      door.answer();
    }
    assertThat(door.book()).isEmpty();
    assertThat(new Guest().comesIn("anna").wire.closes()).isEmpty();
  }

  @Test
  void nobodyGoesBeforeHavingComeIn() throws InterruptedException {
    Guest anna = new Guest();
    Thread container = new Thread(anna::goes);
    door.whileEntering(() -> {
      container.start();
      Await.until("the other thread waits, or is through", () -> EnumSet.of(Thread.State.BLOCKED,
          Thread.State.TERMINATED).contains(container.getState()));
    });
    anna.comesIn("anna");
    container.join();
    assertThat(door.book()).containsExactly("anna comes", "anna goes");
  }

  @Test
  void whoIsGoneWhileATopicIsLookedUpLeavesNoFollowerBehind() {
    Guest anna = new Guest().comesIn("anna");
    anna.goes();
    anna.connection.follow(new Ref("ref-of-a-follow-00"), TOPIC, null, null, () -> {});
    assertThat(hub.isFollowed(TOPIC)).isFalse();
  }

  @Test
  void whoGoesTakesWhatItFollows() {
    Guest anna = new Guest().comesIn("anna");
    anna.connection.follow(new Ref("ref-of-a-follow-00"), TOPIC, null, null, () -> {});
    assertThat(hub.isFollowed(TOPIC)).isTrue();
    anna.goes();
    assertThat(hub.isFollowed(TOPIC)).isFalse();
  }

  @Test
  void tenFramesNobodyCanReadAreEnough() {
    Guest anna = new Guest().comesIn("anna");
    for (int i = 0; i < 9; i++) {
      anna.says("{}");
    }
    assertThat(anna.wire.closes()).isEmpty();
    anna.says("{}");
    assertThat(anna.wire.closes()).containsExactly(CloseReason.BAD_FRAME);
  }

  @Test
  void aFrameInPiecesIsOneFrame() {
    Guest anna = new Guest().comesIn("anna");
    anna.visit.hear("{\"type\":", false);
    anna.visit.hear("\"heart", false);
    anna.visit.hear("beat\"}", true);
    assertThat(door.book()).contains("anna Heartbeat");
  }

  @Test
  void whoeverComesWhenTheNodeGoesIsSentToAnother() throws InterruptedException {
    Guest anna = new Guest().comesIn("anna");
    visits.seeOff(0, 0, 3_000);
    assertThat(anna.wire.closes()).containsExactly(CloseReason.COME_BACK);
    assertThat(anna.wire.sent()).last().asString().contains("\"type\":\"goodbye\"");
    assertThat(new Guest().wire.closes()).containsExactly(CloseReason.COME_BACK);
  }
}
