package dev.xiaoer.talk;

import dev.xiaoer.redis.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A buyer on the demo shop's page.
final class Buyer extends Person {

  private final String name;
  private @Nullable String token;
  private @Nullable String conversation;

  Buyer(String name, long seed) {
    super(seed);
    this.name = name;
  }

  /// The same buyer in another tab, with an empty screen.
  Buyer inAnotherTab() {
    var tab = new Buyer(name + "'", name.hashCode());
    tab.token = token;
    tab.conversation = conversation;
    tab.listensTo(topic());
    return tab;
  }

  Buyer inAnotherTabAt(Node node) {
    Buyer tab = inAnotherTab();
    tab.connect(node);
    return tab;
  }

  @Override
  String door() {
    return "/ws/buyer";
  }

  @Override
  ObjectNode hello(Node node) {
    if (token == null) {
      token = admit(node);
    }
    return command("hello").put("token", token);
  }

  private static String admit(Node node) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(node.http() + "/api/v1/shops/demo/buyers"))
          .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body()).path("token").asString();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The first message of a conversation.
  Buyer asks(String group, String text) {
    String ref = send(command("conversation.start").put("group", group).put("text", text));
    String topic = replyTo(ref).path("topic").asString();
    conversation = topic.substring(2, 24);
    listensTo(topic);
    return this;
  }

  /// Asks nobody in particular, from a page of the shop.
  Buyer asksFrom(String page, String text) {
    conversation = replyTo(send(command("conversation.start").put("page", page).put("text", text))).path("topic")
        .asString().substring(2, 24);
    listensTo(topic());
    return this;
  }

  /// Asks again after the close: a conversation that follows the last one.
  Buyer asksAgain(String group, String text, String contact) {
    String ref = send(command("conversation.start").put("group", group).put("text", text)
        .put("previous", conversation()).put("contact", contact));
    conversation = replyTo(ref).path("topic").asString().substring(2, 24);
    listensTo(topic());
    return this;
  }

  JsonNode shows(String product) {
    ObjectNode command = command("card.post").put("conversation", conversation());
    command.putObject("card").put("type", "product").put("product", product);
    return replyTo(send(command));
  }

  JsonNode recalls(long seq) {
    return replyTo(send(command("message.recall").put("conversation", conversation()).put("seq", seq)));
  }

  JsonNode rates(int stars, String comment) {
    return replyTo(send(command("rating.give").put("conversation", conversation()).put("stars", stars)
        .put("comment", comment)));
  }

  String says(String text) {
    return send(command("message.post").put("conversation", conversation()).put("text", text));
  }

  String conversation() {
    String open = conversation;
    if (open == null) {
      throw new AssertionError(name + " has no conversation");
    }
    return open;
  }

  String topic() {
    return "c:" + conversation() + ":buyer";
  }

  void isServedBy(String agent) {
    Await.until(name + " is served by " + agent, () -> screen(topic()).stream()
        .anyMatch(frame -> frame.path("event").path("agent").path("name").asString("").equals(agent)));
  }

  void isNumber(int position) {
    sees("number " + position + " in the queue", signal -> signal.path("signal").path("position").asInt(0) == position);
  }

  @Override
  public String toString() {
    return name;
  }
}
