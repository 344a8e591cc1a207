package dev.xiaoer.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.check.Fact;
import dev.xiaoer.check.History;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was asked of one conversation, with what the model expects to come of it.
final class SentCommands {

  private final ConversationId id;
  private final History history;
  private final List<Runnable> compares = new ArrayList<>();
  private final List<CompletableFuture<?>> running = new ArrayList<>();

  SentCommands(ConversationId id) {
    this.id = id;
    long[] clock = {0};
    this.history = new History(() -> clock[0]++);
  }

  History history() {
    return history;
  }

  void command(String what, Ref ref, String type, String text, @Nullable String agent,
      @Nullable Long revision, Topic topic, Object expected,
      Supplier<CompletionStage<Outcome>> send) {
    String client = agent == null ? "anna" : agent;
    history.add(at -> new Fact.Invoke(at, client, topic.name(), ref.value(), type, text, agent, revision));
    send(what + " " + ref + " " + text, send, outcome -> switch (outcome) {
      case Outcome.Done done -> {
        history.add(at -> new Fact.Ok(at, client, topic.name(), ref.value(), done.seq(), done.id()));
        assertThat(done.id()).isEqualTo(ref.value());
        yield done.seq();
      }
      case Outcome.Refused(var code) -> {
        history.add(at -> new Fact.Refused(at, client, ref.value(), code.name()));
        yield code;
      }
    }, expected);
  }

  <T> void send(String what, Supplier<CompletionStage<T>> command, Function<T, Object> answer,
      Object expected) {
    CompletableFuture<T> sent = command.get().toCompletableFuture();
    running.add(sent);
    compares.add(() -> assertThat(answer.apply(sent.join())).as("%s: %s", id, what).isEqualTo(expected));
  }

  /// Waits until everything is answered.
  void settle() {
    CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new)).join();
  }

  /// Everything was answered as the model says.
  void areAnsweredAsExpected() {
    compares.forEach(Runnable::run);
  }
}
