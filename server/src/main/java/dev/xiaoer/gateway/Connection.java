package dev.xiaoer.gateway;

import dev.xiaoer.hub.Hub;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.CloseReason;
import dev.xiaoer.protocol.Command;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// One open socket: what it follows, what it has asked, what it is to be sent. Reading is the socket's own thread;
/// everything else may come from any.
final class Connection {

  /// More than a client of ours ever follows.
  private static final int MOST_TOPICS = 512;

  private final String id;
  private final Outbox outbox;
  private final Hub hub;
  private final StrictJson json;
  private final MessageSource words;
  private final Set<Topic> topics = new HashSet<>(4);
  private boolean gone;
  private volatile Refusals refusals;
  private volatile CommandQueue commands;

  Connection(String id, Wire wire, Hub hub, StrictJson json, MessageSource words) {
    this.id = id;
    this.outbox = new Outbox(wire);
    this.hub = hub;
    this.json = json;
    this.words = words;
    this.refusals = new Refusals(words, Locale.ENGLISH);
    this.commands = new CommandQueue(this::send, refusals);
  }

  String id() {
    return id;
  }

  void speak(@Nullable String language) {
    if (language != null) {
      refusals = new Refusals(words, Locale.forLanguageTag(language));
      commands = new CommandQueue(this::send, refusals);
    }
  }

  void send(Frame frame) {
    outbox.offer(json.write(frame));
  }

  void refuse(@Nullable Ref ref, Refusal code) {
    send(refusals.refused(ref, code));
  }

  /// @param named what the words name
  Frame refused(Ref ref, Refusal code, String... named) {
    return refusals.refused(ref, code, named);
  }

  void close(CloseReason reason) {
    outbox.close(reason);
  }

  boolean isClosed() {
    return outbox.isClosed();
  }

  /// Carries out a command when those before it are done, and answers it.
  void answer(Command.Answered command, Supplier<CompletionStage<? extends Frame>> work) {
    boolean taken = commands.add(command.ref(), () -> guarded(command.ref(), work));
    if (!taken) {
      close(CloseReason.TOO_MANY);
    }
  }

  private CompletionStage<Frame> guarded(Ref ref, Supplier<CompletionStage<? extends Frame>> work) {
    try {
      return work.get().<Frame>thenApply(answer -> answer).exceptionally(failure -> refusals.failed(ref, failure));
    } catch (RuntimeException broken) {
      return CompletableFuture.completedStage(refusals.failed(ref, broken));
    }
  }

  /// Follows a topic that the asker may follow. The [Frame.Followed] comes through the outbox, behind what was missed;
  /// only a failure is left to be answered here.
  void follow(Ref ref, Topic topic, @Nullable Position have, @Nullable Integer last, Runnable followed) {
    CompletionStage<Void> following;
    synchronized (topics) {
      if (gone) {
        return; // it was looked up for too long
      }
      if (topics.size() >= MOST_TOPICS && !topics.contains(topic)) {
        refuse(ref, Refusal.TOO_MANY);
        return;
      }
      topics.add(topic);
      following = hub.follow(ref, topic, have, last, outbox);
    }
    following.whenComplete((done, failure) -> {
      if (failure == null) {
        followed.run();
      } else {
        unfollow(topic);
        send(refusals.failed(ref, failure));
      }
    });
  }

  void unfollow(Topic topic) {
    synchronized (topics) {
      topics.remove(topic);
    }
    hub.unfollow(topic, outbox);
  }

  void heartbeat() {
    send(new Frame.Heads(hub.heads(followed(), outbox)));
  }

  /// The socket is gone: nothing more is to be told to it.
  void forget() {
    synchronized (topics) {
      gone = true;
    }
    for (Topic topic : followed()) {
      hub.unfollow(topic, outbox);
    }
  }

  private Set<Topic> followed() {
    synchronized (topics) {
      return Set.copyOf(topics);
    }
  }
}
