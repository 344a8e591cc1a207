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
  /// The first event that was sent; 0 before there was one.
  private long from;
  private long heardOf;
  /// While pages are being read, live frames only say how far there is to go. True from birth until [#goLive].
  private boolean pulling = true;
  private boolean followed;
  private boolean limited;
  private boolean ended;

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

  /// Makes the frame that says so.
  interface Followed {
    /// @param from the first event that was sent, or would be
    /// @param limited whether the log begins after the client's position
    String of(long seq, long from, boolean limited);
  }

  /// What the client said it has, held against the log.
  ///
  /// @param resync why the client has to take the whole log again; null when it need not
  record Resumed(@Nullable ResyncReason resync) {}

  /// Finds the client's position in the log. After it, [#readMissed] sends what the client lacks.
  ///
  /// @param last without a position, how many of the last events are wanted; null for all
  CompletionStage<Resumed> resume(@Nullable Position have, @Nullable Integer last) {
    if (have == null) {
      return last == null ? startOver(null) : startNearTheEnd(last);
    }
    return log.read(topic, have.seq() - 1, 1).thenCompose(first -> {
      ResyncReason lost = first.isEmpty() ? ResyncReason.AHEAD : resumeAt(have, first.getFirst());
      return lost == null ? CompletableFuture.completedStage(new Resumed(null)) : startOver(lost);
    });
  }

  private CompletionStage<Resumed> startNearTheEnd(int last) {
    return log.heads(List.of(topic)).thenApply(heads -> {
      synchronized (this) {
        position = Math.max(0, heads.getOrDefault(topic, 0L) - last);
      }
      return new Resumed(null);
    });
  }

  private CompletionStage<Resumed> startOver(@Nullable ResyncReason resync) {
    return log.read(topic, 0, 1).thenApply(first -> {
      if (!first.isEmpty()) {
        skipTo(first.getFirst().seq());
      }
      return new Resumed(resync);
    });
  }

  /// @param first at the client's position, or the first that is left behind it
  private synchronized @Nullable ResyncReason resumeAt(Position have, LogEntry first) {
    if (first.seq() > have.seq()) {
      skipTo(first.seq());
      return null;
    }
    if (!first.id().equals(have.id())) {
      return ResyncReason.DIVERGED;
    }
    position = have.seq();
    return null;
  }

  /// What comes before is not there any more.
  private synchronized void skipTo(long seq) {
    position = seq - 1;
    limited = position > 0;
  }

  /// Says something that is no event.
  synchronized void say(String frame) {
    if (!ended) {
      subscriber.offer(frame);
    }
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
      if (entry.seq() > position + 1 && !followed) {
        skipTo(entry.seq()); // trimmed since it was looked at
      }
      if (ended || entry.seq() > position + 1) {
        return false;
      }
      if (!subscriber.room().toCompletableFuture().isDone()) {
        return true; // others fill the same socket
      }
      take(entry.seq(), entry.frame());
    }
    return page.size() == PAGE && !ended;
  }

  /// Sends a last frame behind what was missed; from here on events come as they are announced.
  ///
  void goLive(Followed frame) {
    synchronized (this) {
      if (ended) {
        return;
      }
      subscriber.offer(frame.of(position, from == 0 ? position + 1 : from, limited));
      followed = true;
      pulling = false;
    }
    catchUp();
  }

  /// The subscriber follows no more, or follows anew: what is still on its way is not for it.
  synchronized void end() {
    ended = true;
  }

  /// An event was announced.
  void hear(long seq, String frame) {
    synchronized (this) {
      if (!ended && !pulling && seq == position + 1) {
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
      if (ended || pulling || heardOf <= position) {
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
    if (subscriber.offer(frame)) {
      from = from == 0 ? seq : from;
      position = seq;
    } else {
      ended = true;
    }
  }
}
