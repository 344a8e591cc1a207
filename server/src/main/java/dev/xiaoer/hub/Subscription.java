package dev.xiaoer.hub;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Frame.ResyncReason;
import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One socket's view of one topic: it has everything up to its position, and takes the next event only.
///
/// Live frames may come in any order, twice or never; what is missing is pulled from the log. Each pull begins with the
/// event at the position: if the log has another one there, or none, the store lost data, and the view starts over. May
/// be called from any thread; its own lock orders them and nothing is waited for inside.
final class Subscription {

  private static final int PAGE = 100;

  private final Ref ref;
  private final Topic topic;
  private final Subscriber subscriber;
  private final TopicLog log;
  private final StrictJson json;
  private long position;
  /// Of the event at the position; null at the start of a log.
  private @Nullable String id;
  /// The first event that was sent since the view began; 0 before there was one.
  private long from;
  private long heardOf;
  /// Something was heard that does not fit with the event at the position.
  private boolean doubtful;
  /// While pages are being read, live frames only say how far there is to go. True from birth until the first is over.
  private boolean pulling = true;
  /// Whether the subscriber was told how it has the topic, since it last started over.
  private boolean told;
  private boolean limited;
  private boolean ended;

  /// @param ref of the command to follow
  Subscription(Ref ref, Topic topic, Subscriber subscriber, TopicLog log, StrictJson json) {
    this.ref = ref;
    this.topic = topic;
    this.subscriber = subscriber;
    this.log = log;
    this.json = json;
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

  /// Sends what the client lacks, then that the topic is followed; from here on events come as they are announced.
  ///
  /// @param have what the client says it has; it is held against the log
  /// @param last without a position, how many of the last events are wanted; null for all
  CompletionStage<Void> begin(@Nullable Position have, @Nullable Integer last) {
    synchronized (this) {
      position = have == null ? 0 : have.seq();
      id = have == null ? null : have.id();
    }
    return (have == null && last != null ? passOverAllBut(last) : CompletableFuture.<Void>completedStage(null))
        .thenCompose(begun -> readMissed())
        .thenRun(() -> {
          stopPulling();
          catchUp();
        });
  }

  private CompletionStage<Void> passOverAllBut(int last) {
    return log.heads(List.of(topic)).thenAccept(heads -> {
      Position head = heads.get(topic);
      synchronized (this) {
        position = head == null ? 0 : Math.max(0, head.seq() - last);
      }
    });
  }

  /// Sends what is missing page by page, as fast as the socket takes it.
  private CompletionStage<Void> readMissed() {
    return subscriber.room()
        .thenCompose(room -> log.read(topic, Math.max(0, position() - 1), PAGE))
        .thenCompose(page -> takePage(page) ? readMissed() : CompletableFuture.completedStage(null));
  }

  /// Whether another page has to be read.
  private synchronized boolean takePage(List<LogEntry> page) {
    if (ended) {
      return false;
    }
    ResyncReason lost = lost(page);
    if (lost != null) {
      startOver(lost);
      return true;
    }
    if (!page.isEmpty() && page.getFirst().seq() > Math.max(1, position)) {
      skipTo(page.getFirst().seq());
    }
    for (LogEntry entry : page) {
      if (entry.seq() > position) {
        if (!subscriber.room().toCompletableFuture().isDone()) {
          return true; // others fill the same socket
        }
        take(entry.seq(), entry.id(), entry.frame());
        if (ended) {
          return false;
        }
      }
    }
    return page.size() == PAGE;
  }

  private @Nullable ResyncReason lost(List<LogEntry> page) {
    if (position == 0) {
      return null;
    }
    if (page.isEmpty()) {
      return ResyncReason.AHEAD;
    }
    LogEntry first = page.getFirst();
    return first.seq() == position && id != null && !first.id().equals(id) ? ResyncReason.DIVERGED : null;
  }

  private void startOver(ResyncReason reason) {
    subscriber.offer(json.write(new Frame.Resync(topic, reason)));
    position = 0;
    id = null;
    from = 0;
    limited = false;
    told = false;
  }

  /// What comes before is not there any more, and with it the event that could be compared.
  private void skipTo(long seq) {
    position = seq - 1;
    id = null;
    from = 0;
    limited = true;
    told = false;
  }

  private void take(long seq, String eventId, String frame) {
    if (subscriber.offer(frame)) {
      from = from == 0 ? seq : from;
      position = seq;
      id = eventId;
    } else {
      ended = true;
    }
  }

  private synchronized void stopPulling() {
    if (!told && !ended) {
      subscriber.offer(json.write(new Frame.Followed(ref, topic, position, from == 0 ? position + 1 : from, limited)));
      told = true;
    }
    pulling = false;
  }

  /// The subscriber follows no more, or follows anew: what is still on its way is not for it.
  synchronized void end() {
    ended = true;
  }

  /// An event was announced.
  void hear(long seq, String eventId, String frame) {
    synchronized (this) {
      if (!ended && !pulling && told && seq == position + 1) {
        take(seq, eventId, frame);
        return;
      }
      // A repeat, or late; or the log has lost what this view has, and grows again.
      doubtful |= !pulling && seq <= position && !(seq == position && eventId.equals(id));
      heardOf = Math.max(heardOf, seq);
    }
    catchUp();
  }

  /// The log ends here.
  ///
  /// @param head null for an empty one
  /// @return whether something was missed
  boolean hearOfHead(@Nullable Position head) {
    synchronized (this) {
      long seq = head == null ? 0 : head.seq();
      boolean fits = seq > position || (seq == position && (head == null || Objects.equals(head.id(), id)));
      // It may only have been asked for before the last event came; the pull that follows tells.
      doubtful |= !pulling && !fits;
      heardOf = Math.max(heardOf, seq);
    }
    return catchUp();
  }

  private boolean catchUp() {
    boolean behind;
    synchronized (this) {
      behind = heardOf > position;
      if (ended || pulling || !(behind || doubtful)) {
        return false;
      }
      pulling = true;
      doubtful = false;
    }
    long reach = heardOf();
    readMissed().whenComplete((done, failure) -> {
      synchronized (this) {
        if (failure == null) {
          stopPulling();
        }
        pulling = false;
        if (position < reach) {
          heardOf = position; // not to be had now: the next head that is heard of tries again
        }
      }
      catchUp();
    });
    return behind;
  }

  private synchronized long heardOf() {
    return heardOf;
  }
}
