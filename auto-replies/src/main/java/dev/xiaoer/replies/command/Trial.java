package dev.xiaoer.replies.command;

import dev.xiaoer.replies.AutoReplies;
import dev.xiaoer.replies.Considered;
import dev.xiaoer.replies.Decision;
import dev.xiaoer.replies.Level;
import dev.xiaoer.replies.Memory;
import dev.xiaoer.replies.Moment;
import dev.xiaoer.replies.Reply;
import dev.xiaoer.replies.RulePack;
import dev.xiaoer.replies.Suggestion;
import dev.xiaoer.replies.text.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Plays a conversation before a pack and tells what the desk says, and why.
final class Trial {

  private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(1);
  private static final int SUGGESTIONS = 3;

  private final Scene scene;
  private final RulePack pack;
  private final AutoReplies desk;
  private final Words words;
  private final PrintStream out;

  private Memory memory = Memory.EMPTY;
  private Instant now;

  Trial(Scene scene, Words words, PrintStream out) {
    this.scene = scene;
    this.pack = scene.pack();
    this.desk = new AutoReplies(pack);
    this.words = words;
    this.out = out;
    this.now = scene.start();
  }

  void play(@Nullable Duration waited) {
    Instant lastSpoke = null;
    for (String text : scene.options().said()) {
      now = lastSpoke == null ? now : now.plus(BETWEEN_MESSAGES);
      print("command.buyer", clock(), text);
      meet(new Moment.BuyerSpoke(text), scene.start(), lastSpoke);
      suggest(text);
      lastSpoke = now;
    }
    if (waited != null) {
      now = scene.start().plus(waited);
      print("command.waits", clock(), waited.toSeconds() + "s");
      meet(new Moment.TimePassed(), scene.start(), lastSpoke);
    }
    if (scene.options().closes()) {
      print("command.closes", clock());
      meet(new Moment.Closed(), null, lastSpoke);
    }
  }

  private void meet(Moment moment, @Nullable Instant waitingSince, @Nullable Instant lastSpoke) {
    Decision decision = desk.decide(scene.at(now, moment, waitingSince, lastSpoke), memory);
    memory = decision.memory();
    if (decision.replies().isEmpty()) {
      print("command.silence", clock());
    }
    for (Reply reply : decision.replies()) {
      print("command.desk", clock(), reply.text());
      if (reply.wordedBy() != Level.PACK) {
        print("command.worded", words.of("level." + reply.wordedBy().key()));
      }
    }
    decision.considered().forEach(this::explain);
  }

  private void explain(Considered one) {
    String outcome = words.of("outcome." + one.outcome().key());
    String when = words.of("kind." + one.kind().key());
    if (one.detail().isPresent()) {
      print("command.detail", one.rule(), one.kind().key(), when, outcome, one.detail().get());
    } else {
      print("command.why", one.rule(), one.kind().key(), when, outcome);
    }
  }

  private void suggest(String text) {
    for (Suggestion one : desk.suggest(text, scene.options().value("--shop", ""), SUGGESTIONS)) {
      print("command.suggestion", one.question(), String.format(Locale.ROOT, "%.2f", one.score()));
    }
  }

  private String clock() {
    return DateTimeFormatter.ofPattern("HH:mm:ss").format(now.atZone(pack.zone()));
  }

  private void print(String key, Object... arguments) {
    out.println(words.of(key, arguments));
  }
}
