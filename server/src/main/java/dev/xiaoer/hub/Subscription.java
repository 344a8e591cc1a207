package dev.xiaoer.hub;

import dev.xiaoer.protocol.Frame.ResyncReason;
import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Topic;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One socket's view of one topic: it has everything up to its position, and takes the next event only.
///
/// Live frames may come in any order, twice or never; what is missing is pulled from the log. May be called from any
/// thread; its own lock orders them and nothing is waited for inside.
final class Subscription {

  private static final int PAGE = 100;

  private final Topic topic;
  private final Subscriber subscriber;
  private final TopicLog log;
  private long position;
  private long heardOf;
  /// While pages are being read, live frames only say how far there is to go. True from birth until [#goLive].
  private boolean pulling = true;

  Subscription(Topic topic, Subscriber subscriber, TopicLog log) {
    this.topic = topic;
    this.subscriber = subscriber;
    this.log = log;
  }

  Topic topic() {
    return topic;
  }

  Subscriber subscriber() {
    return subscriber;
  }

  synchronized long position() {
    return position;
  }

  /// What the client said it has, held against the log.
  ///
  /// @param limited the log begins after the client's position
  record Resumed(@Nullable ResyncReason resync, boolean limited) {}

  /// Finds the client's position in the log. After it, [#readMissed] sends what the client lacks.
  CompletionStage<Resumed> resume(@Nullable Position have) {
    long anchor = have == null ? 0 : have.seq() - 1;
    return log.read(topic, anchor, 1).thenApply(first -> resumeAt(have, first.isEmpty() ? null : first.getFirst()));
  }

  private synchronized Resumed resumeAt(@Nullable Position have, @Nullable LogEntry first) {
    if (have == null) {
      position = first == null ? 0 : first.seq() - 1;
      return new Resumed(null, position > 0);
    }
    if (first == null) {
      return new Resumed(ResyncReason.AHEAD, false);
    }
    if (first.seq() > have.seq()) {
      position = first.seq() - 1;
      return new Resumed(null, true);
    }
    if (!first.id().equals(have.id())) {
      return new Resumed(ResyncReason.DIVERGED, false);
    }
    position = have.seq();
    return new Resumed(null, false);
  }

  /// Sends what is missing page by page, as fast as the socket takes it.
  CompletionStage<Void> readMissed() {
    return subscriber.room()
        .thenCompose(room -> log.read(topic, position(), PAGE))
        .thenCompose(page -> takePage(page) ? readMissed() : CompletableFuture.completedStage(null));
  }

  /// Whether another page has to be read.
  private synchronized boolean takePage(List<LogEntry> page) {
    for (LogEntry entry : page) {
      if (entry.seq() == position + 1) {
        take(entry.seq(), entry.frame());
      }
    }
    return page.size() == PAGE;
  }

  /// Sends a last frame behind what was missed; from here on events come as they are announced.
  void goLive(String followed) {
    synchronized (this) {
      subscriber.offer(followed);
      pulling = false;
    }
    catchUp();
  }

  /// An event was announced.
  void hear(long seq, String frame) {
    synchronized (this) {
      if (!pulling && seq == position + 1) {
        take(seq, frame);
        return;
      }
      heardOf = Math.max(heardOf, seq);
    }
    catchUp();
  }

  /// The log is known to reach this far.
  ///
  /// @return whether something was missed
  boolean hearOfHead(long head) {
    synchronized (this) {
      heardOf = Math.max(heardOf, head);
    }
    return catchUp();
  }

  private boolean catchUp() {
    synchronized (this) {
      if (pulling || heardOf <= position) {
        return false;
      }
      pulling = true;
    }
    long reach = heardOf();
    readMissed().whenComplete((done, failure) -> {
      synchronized (this) {
        pulling = false;
        if (position < reach) {
          heardOf = position; // not to be had now: the next head that is heard of tries again
        }
      }
      catchUp();
    });
    return true;
  }

  private synchronized long heardOf() {
    return heardOf;
  }

  private void take(long seq, String frame) {
    subscriber.offer(frame);
    position = seq;
  }
}
