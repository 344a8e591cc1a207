package dev.xiaoer.routing;

import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.protocol.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can happen to a seat, by the words of the table.
final class SeatHappenings {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Map<String, Happening> all = new LinkedHashMap<>();

  /// @param before what has happened while wang was still online
  record Happening(Class<? extends SeatEvent> event, Consumer<SeatScene> before,
      Function<SeatScene, @Nullable Refusal> happens) {}

  static Map<String, Happening> all() {
    var happenings = new SeatHappenings();
    happenings.duty();
    happenings.hangUps();
    happenings.consent();
    happenings.breaks();
    happenings.timesComing();
    happenings.findings();
    return happenings.all;
  }

  private void duty() {
    asked("goes online", new SeatEvent.GoOnline());
    asked("goes online, served all", new SeatEvent.GoOnline());
    asked("finishes", new SeatEvent.Drain());
    asked("finishes, served all", new SeatEvent.Drain());
    asked("goes off duty", new SeatEvent.GoOffline());
    asked("goes off duty, served all", new SeatEvent.GoOffline());
  }

  private void hangUps() {
    var longer = new SeatEvent.HangUp("去仓库", SeatScene.AWAY, LIMIT.plusMinutes(5));
    asked("hangs up", SeatScene.HANG_UP);
    asked("hangs up without a reason", new SeatEvent.HangUp(" ", SeatScene.AWAY, LIMIT));
    asked("hangs up without an away text", new SeatEvent.HangUp("去仓库", "", LIMIT));
    asked("hangs up for longer than the limit", longer);
    add("hangs up for longer, with consent", SeatEvent.HangUp.class, SeatScene::hasConsent,
        scene -> scene.asks(longer));
    add("hangs up where too few are left", SeatEvent.HangUp.class, scene -> {}, scene -> {
      tooFewAreLeft(scene);
      return scene.asks(SeatScene.HANG_UP);
    });
    add("hangs up where too few are left, with consent", SeatEvent.HangUp.class, SeatScene::hasConsent, scene -> {
      tooFewAreLeft(scene);
      return scene.asks(SeatScene.HANG_UP);
    });
  }

  private static void tooFewAreLeft(SeatScene scene) {
    scene.desk.rules.rest(SeatScene.GROUP, 2, 1);
  }

  private void consent() {
    var asked = new SeatEvent.AskTime("request", Duration.ofMinutes(5), "去仓库");
    asked("asks for more time", asked);
    asked("asks for more time without a reason", new SeatEvent.AskTime("request", Duration.ofMinutes(5), ""));
    asked("asks for more time than there is at all", new SeatEvent.AskTime("request", Duration.ofMinutes(21), "去仓库"));
    add("the time asked for before is granted", SeatEvent.DecideTime.class, scene -> scene.asks(asked),
        scene -> scene.desk.decides("request", asked.more()));
    add("the time asked for before is not granted", SeatEvent.DecideTime.class, scene -> scene.asks(asked),
        scene -> scene.desk.decides("request", Duration.ZERO));
  }

  private void breaks() {
    asked("takes a break", new SeatEvent.TakeBreak());
    add("takes a break while another has one", SeatEvent.TakeBreak.class, scene -> {}, scene -> {
      scene.anotherHasABreak();
      return scene.asks(new SeatEvent.TakeBreak());
    });
    add("takes the break that was kept before", SeatEvent.TakeBreak.class, SeatHappenings::isKeptABreak,
        scene -> scene.asks(new SeatEvent.TakeBreak()));
    add("takes a break where too few are left", SeatEvent.TakeBreak.class, scene -> {}, scene -> {
      tooFewAreLeft(scene);
      return scene.asks(new SeatEvent.TakeBreak());
    });
    asked("wants no break", new SeatEvent.WithdrawBreak());
    add("gives up the break that was kept before", SeatEvent.WithdrawBreak.class, SeatHappenings::isKeptABreak,
        scene -> scene.asks(new SeatEvent.WithdrawBreak()));
  }

  private static void isKeptABreak(SeatScene scene) {
    scene.anotherHasABreak();
    scene.asks(new SeatEvent.TakeBreak());
    scene.anotherIsBack();
  }

  private void timesComing() {
    due("a warning is due", SeatEvent.WarningDue.class, "hang-up-warning", Duration.ofMinutes(8));
    due("a warning comes early", SeatEvent.WarningDue.class, "hang-up-warning", Duration.ZERO);
    due("the end of a hang-up is due", SeatEvent.HangUpDue.class, "hang-up", LIMIT);
    due("the end of a hang-up comes early", SeatEvent.HangUpDue.class, "hang-up", LIMIT.minusSeconds(1));
    due("the end of a break is due", SeatEvent.BreakDue.class, "break", Duration.ofMinutes(30));
    due("the end of a break comes early", SeatEvent.BreakDue.class, "break", Duration.ofMinutes(29));
    add("the break kept before is kept no longer", SeatEvent.HoldDue.class, SeatHappenings::isKeptABreak, scene -> {
      scene.later(Duration.ofMinutes(2));
      return scene.fires("break-hold");
    });
  }

  private void findings() {
    lost("nothing is heard for longer than the grace");
    lost("nothing is heard for long, served all");
    due("the last conversation seems to be closed", SeatEvent.Served.class, "served", Duration.ZERO);
    due("the last conversation is closed, served all", SeatEvent.Served.class, "served", Duration.ZERO);
    add("as many are open as are wanted at once", SeatEvent.Crowded.class, scene -> scene.wishes(2),
        scene -> scene.fires("crowded"));
  }

  private void lost(String words) {
    add(words, SeatEvent.Lost.class, scene -> {}, scene -> {
      scene.loses();
      return null;
    });
  }

  private void due(String words, Class<? extends SeatEvent> event, String kind, Duration after) {
    add(words, event, scene -> {}, scene -> {
      scene.later(after);
      return scene.fires(kind);
    });
  }

  private void asked(String words, SeatEvent.Asked asked) {
    add(words, asked.getClass(), scene -> {}, scene -> scene.asks(asked));
  }

  private void add(String words, Class<? extends SeatEvent> event, Consumer<SeatScene> before,
      Function<SeatScene, @Nullable Refusal> happens) {
    all.put(words, new Happening(event, before, happens));
  }
}
