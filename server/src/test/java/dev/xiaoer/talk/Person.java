package dev.xiaoer.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.redis.Await;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client as it should be: sends again what has no reply, in order, and resumes every topic from what its screen has.
abstract class Person {

  private static final int MOST_IN_FLIGHT = 16;

  private final Random refs;
  private final LinkedHashMap<String, ObjectNode> outbox = new LinkedHashMap<>();
  private final Set<String> inFlight = new LinkedHashSet<>();
  private final Map<String, JsonNode> replies = new LinkedHashMap<>();
  private final List<JsonNode> refusals = new ArrayList<>();
  private final List<JsonNode> signals = new ArrayList<>();
  private final Screens screens = new Screens();
  private @Nullable Line line;
  private @Nullable JsonNode welcome;
  private int closedWith;

  Person(long seed) {
    this.refs = new Random(seed);
  }

  abstract String door();

  abstract ObjectNode hello(Node node);

  /// Comes to a node, or back to it, or to another.
  void connect(Node node) {
    ObjectNode hello = hello(node);
    synchronized (this) {
      welcome = null;
      closedWith = 0;
    }
    Line opened = Line.open(node.port(), door(), this::hear, code -> {
      synchronized (this) {
        closedWith = code;
      }
    });
    line = opened;
    opened.send(hello.toString());
    Await.until("welcome", () -> isWelcome());
    synchronized (this) {
      screens.topics().forEach(topic -> opened.send(follow(topic).toString()));
      inFlight.clear();
      fill();
    }
  }

  /// At most so many commands are without a reply; the others wait in the outbox.
  private void fill() {
    Line open = line;
    if (open == null || welcome == null) {
      return;
    }
    for (Map.Entry<String, ObjectNode> command : outbox.entrySet()) {
      if (inFlight.size() >= MOST_IN_FLIGHT) {
        return;
      }
      if (inFlight.add(command.getKey())) {
        open.send(command.getValue().toString());
      }
    }
  }

  private synchronized boolean isWelcome() {
    return welcome != null;
  }

  synchronized int closedWith() {
    return closedWith;
  }

  void cut() {
    Line open = line;
    if (open != null) {
      open.cut();
    }
  }

  private ObjectNode follow(String topic) {
    ObjectNode follow = command("topic.follow").put("ref", ref()).put("topic", topic);
    JsonNode last = screens.last(topic);
    if (last != null) {
      follow.putObject("have").put("seq", last.path("seq").asLong()).put("id", last.path("id").asString());
    }
    return follow;
  }

  /// Listens to a topic from now on, over every reconnect.
  synchronized void listensTo(String topic) {
    if (screens.open(topic) && line != null) {
      line.send(follow(topic).toString());
    }
  }

  static ObjectNode command(String type) {
    return JsonMapper.shared().createObjectNode().put("type", type);
  }

  String ref() {
    return "r" + Long.toUnsignedString(refs.nextLong(), 36)
        + Long.toUnsignedString(refs.nextLong() | Long.MIN_VALUE, 36);
  }

  /// Sends a command and keeps it until it is answered.
  synchronized String send(ObjectNode command) {
    String ref = ref();
    command.put("ref", ref);
    outbox.put(ref, command);
    fill();
    return ref;
  }

  void sendRaw(String frame) {
    Line open = line;
    if (open != null) {
      open.send(frame);
    }
  }

  private synchronized void hear(JsonNode frame) {
    switch (frame.path("type").asString()) {
      case "welcome" -> {
        welcome = frame;
        frame.path("topics").forEach(topic -> screens.open(topic.asString()));
      }
      case "reply" -> {
        settled(frame.path("ref").asString());
        replies.put(frame.path("ref").asString(), frame);
      }
      case "refusal" -> refused(frame);
      case "event" -> {
        screens.show(frame);
        shown(frame.path("topic").asString(), frame);
      }
      case "signal" -> signals.add(frame);
      case "resync" -> screens.startAnew(frame.path("topic").asString());
      default -> {
        // welcome to come: heartbeats, followed, the store's state
      }
    }
  }

  private void refused(JsonNode frame) {
    refusals.add(frame);
    String ref = frame.path("ref").asString("");
    if (!frame.path("retry").asBoolean()) {
      settled(ref);
    } else if (inFlight.remove(ref) && inFlight.isEmpty()) {
      fill(); // all that were on the way are refused: again, from the oldest
    }
  }

  private void settled(String ref) {
    outbox.remove(ref);
    inFlight.remove(ref);
    if (inFlight.isEmpty() || !refusedLately()) {
      fill();
    }
  }

  /// Whether something that was refused retryably is still to be sent again: then nothing new may overtake it.
  private boolean refusedLately() {
    return outbox.keySet().stream().limit(inFlight.size()).anyMatch(ref -> !inFlight.contains(ref));
  }

  /// An event has come.
  void shown(String topic, JsonNode frame) {}

  void hears(String text) {
    Await.until(this + " hears " + text, () -> texts().contains(text));
  }

  synchronized List<String> texts() {
    return screens.texts();
  }

  void awaitReplies() {
    Await.until(this + " has every reply", this::isAnswered);
  }

  private synchronized boolean isAnswered() {
    return outbox.isEmpty();
  }

  JsonNode replyTo(String ref) {
    Await.until("a reply to " + ref, () -> reply(ref) != null);
    return Objects.requireNonNull(reply(ref));
  }

  private synchronized @Nullable JsonNode reply(String ref) {
    return replies.get(ref);
  }

  synchronized Map<String, JsonNode> replies() {
    return Map.copyOf(replies);
  }

  void isRefused(String code) {
    Await.until(this + " is refused with " + code,
        () -> refusals().stream().anyMatch(refusal -> refusal.path("code").asString().equals(code)));
  }

  synchronized List<JsonNode> refusals() {
    return List.copyOf(refusals);
  }

  void sees(String what, Predicate<JsonNode> signal) {
    Await.until(this + " sees " + what, () -> signals().stream().anyMatch(signal));
  }

  synchronized List<JsonNode> signals() {
    return List.copyOf(signals);
  }

  synchronized List<JsonNode> screen(String topic) {
    return screens.of(topic);
  }

  /// Nothing was shown twice, left out or out of order.
  synchronized void sawEverythingOnce() {
    assertThat(screens.faults()).as("%s's screen", this).isEmpty();
  }
}
