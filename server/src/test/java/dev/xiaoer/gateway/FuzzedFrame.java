package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.json.StrictJson.Decoded;
import dev.xiaoer.protocol.ByAgent;
import dev.xiaoer.protocol.ByBuyer;
import dev.xiaoer.protocol.CloseReason;
import dev.xiaoer.protocol.Command;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.text.StrictText;
import dev.xiaoer.text.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Any text as a frame at a door, and what may come of it: the command it spells, or one documented refusal.
final class FuzzedFrame<C extends Command> {

  /// What is wrong with a frame itself, before anybody is asked whether it may be done.
  private static final Set<Refusal> DOCUMENTED = EnumSet.of(Refusal.MALFORMED, Refusal.UNKNOWN_TYPE,
      Refusal.UNKNOWN_FIELD, Refusal.INVALID, Refusal.BAD_TEXT);
  /// A code, a ref and one sentence.
  private static final int LONGEST_REFUSAL = 512;

  private static final StrictJson JSON = new StrictJson();
  private static final ResourceBundleMessageSource WORDS = words();
  private static final Hub HUB = TestHubs.silent();
  private static final SocketSettings SETTINGS = TestSettings.socket(10, 30);

  private final String text;
  private final boolean tooLong;
  private final PlayedWire wire = PlayedWire.fast();
  private final OpenDoor<C> behind;
  private final Visit<C, String> visit;

  private FuzzedFrame(Class<C> door, String text) {
    this.text = text;
    this.tooLong = text.getBytes(StandardCharsets.UTF_8).length > StrictJson.LONGEST_DOCUMENT;
    this.behind = new OpenDoor<>(door);
    this.visit = new Visit<>(behind, new Connection("socket", wire, HUB, JSON, WORDS), "a", JSON,
        new Visits(SETTINGS, () -> 0, new Random(1)), SETTINGS);
  }

  /// At both doors, and as a text that somebody wants to post.
  static void isTreatedAsDocumented(String text) {
    isTreatedAsDocumented(ByBuyer.class, text);
    isTreatedAsDocumented(ByAgent.class, text);
    switch (StrictText.check(text)) {
      case Verdict.Clean(String clean) -> {
        assertThat(StrictText.check(clean)).isEqualTo(new Verdict.Clean(clean));
        assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(StrictText.MAX_CODE_POINTS);
        assertThat(clean.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(StrictText.MAX_BYTES);
      }
      case Verdict.Refused(Refusal code) ->
        assertThat(code).isIn(Refusal.BAD_TEXT, Refusal.TEXT_EMPTY, Refusal.TEXT_TOO_LONG);
    }
  }

  private static <C extends Command> void isTreatedAsDocumented(Class<C> door, String text) {
    Decoded<C> decoded = JSON.read(door, text);
    if (decoded instanceof Decoded.Good<C>(C command)) {
      String written = JSON.write(command);
      if (written.length() <= StrictJson.LONGEST_DOCUMENT) {
        assertThat(JSON.read(door, written)).as("the command, written and read again").isEqualTo(decoded);
      }
    }
    new FuzzedFrame<>(door, text).asTheFirst(decoded);
    new FuzzedFrame<>(door, text).asALaterOne(decoded);
  }

  /// From a stranger: a good hello, or no word and the door.
  private void asTheFirst(Decoded<C> decoded) {
    visit.hear(text, true);
    if (tooLong) {
      assertThat(wire.closes()).containsExactly(CloseReason.FRAME_TOO_LARGE);
    } else if (decoded instanceof Decoded.Bad) {
      assertThat(wire.closes()).containsExactly(CloseReason.UNAUTHENTICATED);
    } else {
      assertThat(wire.closes()).isEmpty();
      assertThat(visit.isAdmitted()).isTrue();
    }
    assertThat(wire.sent()).isEmpty();
    assertThat(behind.carriedOut()).isEmpty();
  }

  /// From somebody who is in: carried out as it was read, or refused once, by its ref, and the socket stays.
  private void asALaterOne(Decoded<C> decoded) {
    visit.hear("{\"type\":\"heartbeat\"}", true);
    visit.hear(text, true);
    if (tooLong) {
      assertThat(wire.closes()).containsExactly(CloseReason.FRAME_TOO_LARGE);
      assertThat(wire.sent()).isEmpty();
      return;
    }
    assertThat(wire.closes()).isEmpty();
    switch (decoded) {
      case Decoded.Good<C>(C command) -> {
        assertThat(behind.carriedOut()).isEqualTo(List.of(command));
        assertThat(wire.sent()).isEmpty();
      }
      case Decoded.Bad<C>(Refusal code, String field) -> {
        assertThat(DOCUMENTED).contains(code);
        assertThat(behind.carriedOut()).isEmpty();
        assertThat(wire.sent()).hasSize(1);
        isARefusal(wire.sent().getFirst(), code);
      }
    }
  }

  private void isARefusal(String answer, Refusal code) {
    assertThat(answer).hasSizeLessThan(LONGEST_REFUSAL);
    assertThat(JSON.read(Frame.class, answer)).isInstanceOfSatisfying(Decoded.Good.class, good -> {
      var refused = (Frame.Refused) good.value();
      assertThat(refused.ref()).isEqualTo(JSON.refOf(text));
      assertThat(refused.code()).isEqualTo(code);
      assertThat(refused.words()).isNotBlank().isNotEqualTo(code.name());
      assertThat(refused.retry()).isFalse();
    });
  }

  private static ResourceBundleMessageSource words() {
    var words = new ResourceBundleMessageSource();
    words.setBasename("messages");
    words.setDefaultEncoding(StandardCharsets.UTF_8.name());
    words.setFallbackToSystemLocale(false);
    return words;
  }
}
