package dev.xiaoer.demo;

import dev.xiaoer.phrases.ForbiddenPhrases;
import dev.xiaoer.phrases.Phrase;
import dev.xiaoer.phrases.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Gives a demo's desk that has none the words of its trade, and those it must not use.
@Component
@Profile("demo")
@Order(2)
class DemoPhrases implements ApplicationRunner {

  private final DemoScript script;
  private final Phrases phrases;
  private final ForbiddenPhrases forbidden;
  private final JsonMapper json;

  DemoPhrases(DemoScript script, Phrases phrases, ForbiddenPhrases forbidden, JsonMapper json) {
    this.script = script;
    this.phrases = phrases;
    this.forbidden = forbidden;
    this.json = json;
  }

  record Words(List<Wording> phrases, List<String> forbidden) {}

  record Wording(Phrase.Scope scope, @Nullable String group, String code, String folder, String text) {

    /// The same on every node: two that start together add it once.
    Phrase phrase() {
      String id = UUID.nameUUIDFromBytes((scope + " " + group + " " + code).getBytes(StandardCharsets.UTF_8))
          .toString();
      return new Phrase(id, scope, group, null, code, text, folder);
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Words words = DemoScript.read(json, "phrases.json", Words.class);
    if (phrases.ofDesk(script.desk()).isEmpty()) {
      words.phrases().forEach(wording -> phrases.save(script.desk(), wording.phrase()));
    }
    if (forbidden.ofDesk(script.desk()).toCompletableFuture().join().isEmpty()) {
      forbidden.replace(script.desk(), words.forbidden()).toCompletableFuture().join();
    }
  }
}
