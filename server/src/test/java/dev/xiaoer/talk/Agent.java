package dev.xiaoer.talk;

import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.redis.Await;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An agent of the demo desk in the console.
final class Agent extends Person {

  private final String name;
  private final Map<String, Long> revisions = new ConcurrentHashMap<>();

  Agent(String name, long seed) {
    super(seed);
    this.name = name;
  }

  @Override
  String door() {
    return "/ws/staff";
  }

  @Override
  ObjectNode hello(Node node) {
    var browser = new Browser(node.port());
    Answer signedIn = browser.signIn(name, "tea-for-everyone");
    if (signedIn.status() != 200) {
      throw new AssertionError(signedIn.toString());
    }
    return command("hello").put("ticket",
        browser.post("/api/v1/staff/socket-ticket", "").json().path("ticket").asString());
  }

  Agent goesOnline() {
    replyTo(send(command("availability.set").put("state", "ONLINE")));
    return this;
  }

  void goesOffline() {
    replyTo(send(command("availability.set").put("state", "OFFLINE")));
  }

  @Override
  void shown(String topic, JsonNode frame) {
    JsonNode event = frame.path("event");
    String conversation = event.path("conversation").asString("");
    switch (event.path("type").asString()) {
      case "conversation.given" -> {
        revisions.put(conversation, event.path("revision").asLong());
        listensTo("c:" + conversation + ":buyer");
        listensTo("c:" + conversation + ":staff");
      }
      case "conversation.taken" -> revisions.remove(conversation);
      default -> {
        // what is said there
      }
    }
  }

  void has(String conversation) {
    Await.until(name + " has " + conversation, () -> revisions.containsKey(conversation));
  }

  void hasNot(String conversation) {
    Await.until(name + " has " + conversation + " no more", () -> !revisions.containsKey(conversation));
  }

  boolean isServing(String conversation) {
    return revisions.containsKey(conversation);
  }

  String says(String conversation, String text) {
    return send(command("message.post").put("conversation", conversation)
        .put("revision", revisions.getOrDefault(conversation, 0L)).put("text", text));
  }

  String notes(String conversation, String text, String... mentions) {
    ObjectNode note = command("note.post").put("conversation", conversation).put("text", text);
    ArrayNode mentioned = note.putArray("mentions");
    for (String one : mentions) {
      mentioned.add(one);
    }
    return send(note);
  }

  String closes(String conversation) {
    return send(command("conversation.close").put("conversation", conversation)
        .put("revision", revisions.getOrDefault(conversation, 0L)));
  }

  @Override
  public String toString() {
    return name;
  }
}
