package dev.xiaoer.hub;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Signal;
import dev.xiaoer.protocol.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Brings what is appended to a topic to everybody who follows it, on this node at once and on others by the [Broker].
///
/// May be called from any thread; nothing here blocks.
public final class Hub implements Broker.Listener {

  private static final int HEADS_AT_ONCE = 500;

  private final Map<Topic, List<Subscription>> subscriptions = new ConcurrentHashMap<>();
  private final TopicLog log;
  private final Broker broker;
  private final StrictJson json;
  private final Counter missed;
  private volatile String node;

  Hub(TopicLog log, Broker broker, StrictJson json, MeterRegistry meters, String node) {
    this.log = log;
    this.broker = broker;
    this.json = json;
    this.node = node;
    this.missed = Counter.builder("desk.frames.missed")
        .description("announcements that did not come and were pulled from the log")
        .register(meters);
    broker.listenAs(node, this);
  }

  /// Starts again under a name that was never used: what was told to the old one is not for us.
  public void startAnew(String freshNode) {
    node = freshNode;
    subscriptions.clear();
    broker.listenAs(freshNode, this);
  }

  /// Follows a topic: first what the client lacks, then a [Frame.Followed], then what comes.
  ///
  /// A subscriber that follows a topic again begins anew at the position it names; from the first time it hears nothing
  /// further, not even that it is followed.
  ///
  /// @param last without a position, how many of the last events come first; null for all
  public CompletionStage<Void> follow(Ref ref, Topic topic, @Nullable Position have, @Nullable Integer last,
      Subscriber subscriber) {
    var subscription = new Subscription(ref, topic, subscriber, log, json);
    return join(subscription).thenCompose(joined -> subscription.begin(have, last));
  }

  private CompletionStage<Void> join(Subscription subscription) {
    Topic topic = subscription.topic();
    var joined = new ArrayList<CompletionStage<Void>>(1);
    subscriptions.compute(topic, (key, present) -> {
      // Inside the map's lock, so that a join and a leave of this topic reach Redis in the order they were made.
      joined.add(log.join(topic, node));
      return with(without(present, subscription.subscriber()), subscription);
    });
    return joined.getFirst();
  }

  /// Stops listening.
  public void unfollow(Topic topic, Subscriber subscriber) {
    subscriptions.computeIfPresent(topic, (key, present) -> {
      List<Subscription> rest = without(present, subscriber);
      if (!rest.isEmpty()) {
        return rest;
      }
      log.leave(topic, node);
      return null;
    });
  }

  /// Whether a socket of this node follows the topic.
  public boolean isFollowed(Topic topic) {
    return subscriptions.containsKey(topic);
  }

  /// How far a subscriber has each topic it follows.
  public List<Frame.Head> heads(Collection<Topic> topics, Subscriber subscriber) {
    var heads = new ArrayList<Frame.Head>(topics.size());
    for (Topic topic : topics) {
      for (Subscription subscription : subscriptions.getOrDefault(topic, List.of())) {
        if (subscription.subscriber().equals(subscriber)) {
          heads.add(new Frame.Head(topic, subscription.position()));
        }
      }
    }
    return heads;
  }

  /// Tells everybody of an event that is on disk.
  public void announce(Appended appended) {
    LogEntry entry = appended.entry();
    deliver(entry);
    for (String other : appended.nodes()) {
      if (!other.equals(node)) {
        broker.tell(other, entry).whenComplete((heard, failure) -> {
          if (isNobodyListening(failure)) {
            log.leave(appended.topic(), other);
          }
        });
      }
    }
  }

  /// A stage hands on its failure wrapped or not, depending on where it comes from.
  private static boolean isNobodyListening(@Nullable Throwable failure) {
    return failure instanceof NobodyListens
        || (failure instanceof CompletionException && failure.getCause() instanceof NobodyListens);
  }

  /// Tells everybody who follows the topic now; it may be lost.
  ///
  /// @param nodes the nodes with listeners
  public void signal(Topic topic, Signal signal, Collection<String> nodes) {
    String frame = json.write(new Frame.Signalled(topic, signal));
    onSignal(topic, frame);
    for (String other : nodes) {
      if (!other.equals(node)) {
        broker.tellSignal(other, topic, frame);
      }
    }
  }

  /// Tells those who follow the topic on this node only.
  public void signalHere(Topic topic, Signal signal) {
    if (isFollowed(topic)) {
      onSignal(topic, json.write(new Frame.Signalled(topic, signal)));
    }
  }

  @Override
  public void onEntry(LogEntry entry) {
    deliver(entry);
  }

  @Override
  public void onSignal(Topic topic, String frame) {
    for (Subscription subscription : subscriptions.getOrDefault(topic, List.of())) {
      subscription.subscriber().offerDroppable(frame);
    }
  }

  private void deliver(LogEntry entry) {
    List<Subscription> listeners = subscriptions.get(entry.topic());
    if (listeners != null) {
      String id = entry.id();
      String frame = entry.frame();
      for (Subscription listener : listeners) {
        listener.hear(entry.seq(), id, frame);
      }
    }
  }

  /// Compares what this node has with the logs, since an announcement may have been lost, and the store its last events.
  /// Where an announcement was, the node joins again: whoever announced may not know of it any more.
  public CompletionStage<Void> checkHeads() {
    if (subscriptions.isEmpty()) {
      return CompletableFuture.completedStage(null);
    }
    return checkHeads(List.copyOf(subscriptions.keySet()));
  }

  /// A page at a time: all at once would take the store from everybody else.
  private CompletionStage<Void> checkHeads(List<Topic> topics) {
    List<Topic> page = topics.subList(0, Math.min(HEADS_AT_ONCE, topics.size()));
    List<Topic> rest = topics.subList(page.size(), topics.size());
    return log.heads(page).thenCompose(heads -> {
      page.forEach(topic -> hearOfHead(topic, heads.get(topic)));
      return rest.isEmpty() ? CompletableFuture.completedStage(null) : checkHeads(rest);
    });
  }

  private void hearOfHead(Topic topic, @Nullable Position head) {
    boolean behind = false;
    for (Subscription listener : subscriptions.getOrDefault(topic, List.of())) {
      if (listener.hearOfHead(head)) {
        missed.increment();
        behind = true;
      }
    }
    if (behind) {
      joinAgain(topic);
    }
  }

  private void joinAgain(Topic topic) {
    subscriptions.computeIfPresent(topic, (key, present) -> {
      log.join(topic, node);
      return present;
    });
  }

  private static List<Subscription> without(@Nullable List<Subscription> present,
      Subscriber subscriber) {
    if (present == null) {
      return List.of();
    }
    var rest = new ArrayList<Subscription>(present.size());
    for (Subscription one : present) {
      if (one.subscriber().equals(subscriber)) {
        one.end();
      } else {
        rest.add(one);
      }
    }
    return List.copyOf(rest);
  }

  private static List<Subscription> with(List<Subscription> present, Subscription added) {
    var all = new ArrayList<>(present);
    all.add(added);
    return List.copyOf(all);
  }

  /// The node that was to be told does not exist any more.
  static final class NobodyListens extends RuntimeException {
    NobodyListens(String node) {
      super(node, null, false, false);
    }
  }
}
