package dev.xiaoer.demo;

import dev.xiaoer.autoreply.DeskPacks;
import dev.xiaoer.autoreply.DeskPacks.Kept;
import dev.xiaoer.replies.pack.RulePacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Gives a demo's desk that has no rule pack one of its trade, so that whoever tries it hears the desk speak by itself.
@Component
@Profile("demo")
@Order(3)
class DemoReplies implements ApplicationRunner {

  private final DemoScript script;
  private final DeskPacks packs;
  private final Locale language;

  DemoReplies(DemoScript script, DeskPacks packs, @Value("${desk.replies.language:zh-CN}") Locale language) {
    this.script = script;
    this.packs = packs;
    this.language = language;
  }

  /// Of two nodes that start together one saves it, and the other is told that it was too late.
  @Override
  public void run(ApplicationArguments arguments) {
    if (packs.find(script.desk()).toCompletableFuture().join().version() == 0) {
      packs.save(script.desk(), new Kept(0, RulePacks.demoYaml(language) + ownChanges())).toCompletableFuture().join();
    }
  }

  private String ownChanges() {
    String name = "replies." + (language.getLanguage().equals("en") ? "en" : "zh-CN") + ".yaml";
    try (InputStream file = Objects.requireNonNull(DemoReplies.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
