package dev.xiaoer.gateway;

import dev.xiaoer.gateway.AccessTable.Speaker;
import dev.xiaoer.shops.Buyer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A conversation between a buyer and the assigned agent, and whoever says something about it.
final class AccessScene implements AutoCloseable {

  private static final String TYPING = "typing";

  private final AccessStage stage;
  private final Buyer own;
  private final Buyer other;
  private final Caller buyer;
  private final Caller agent;
  private final String conversation;
  private final long revision;
  private final String attachment;
  private final long said;

  AccessScene(AccessStage stage) {
    this.stage = stage;
    this.own = stage.buyer();
    this.other = stage.buyer();
    this.agent = stage.at("/ws/staff");
    agent.comesIn(stage.hello("/ws/staff", stage.ticket(Speaker.ASSIGNED)));
    agent.asks("\"availability.set\",\"state\":\"ONLINE\"");
    agent.asks("\"topic.follow\",\"topic\":\"" + topic("agent", "") + '"');
    this.buyer = stage.at("/ws/buyer");
    buyer.comesIn(stage.hello("/ws/buyer", stage.token(own)));
    String topic = buyer.asks("\"conversation.start\",\"group\":\"" + AccessStage.GROUP + "\",\"text\":\"在吗\"")
        .path("topic").asString();
    this.conversation = topic.substring(2, 24);
    this.revision = agent.hears("the conversation", this::isGiven).path("event").path("revision").asLong();
    buyer.asks("\"topic.follow\",\"topic\":\"" + topic + '"');
    this.attachment = stage.uploaded(conversation);
    this.said = agent.asks("\"message.post\",\"conversation\":\"" + conversation + "\",\"revision\":" + revision
        + ",\"text\":\"在的\"").path("seq").asLong();
  }

  private boolean isGiven(JsonNode frame) {
    JsonNode event = frame.path("event");
    return event.path("type").asString("").equals("conversation.given")
        && event.path("conversation").asString("").equals(conversation);
  }

  private String topic(String kind, String id) {
    return switch (kind) {
      case "agent" -> "d:" + AccessStage.DESK + ":agent:" + stage.member(Speaker.ASSIGNED).id();
      case "group" -> "d:" + AccessStage.DESK + ":group:" + AccessStage.GROUP;
      case "supervisors" -> "d:" + AccessStage.DESK + ":supervisors";
      default -> "c:" + id + ":" + kind;
    };
  }

  /// What the buyer, or the assigned agent, can take back.
  private long ownWords(String door) {
    return door.equals("/ws/buyer") ? 2 : said;
  }

  /// What becomes of a command, in a word of `access.csv`.
  String outcome(String door, String name, Speaker speaker) {
    ObjectNode command = command(door, name);
    try (Caller caller = stage.at(door)) {
      String sentAway = caller.comesIn(speaker == Speaker.ANONYMOUS
          ? command.toString()
          : stage.hello(door, credential(door, speaker)));
      return sentAway == null ? outcome(caller, door, command) : sentAway;
    }
  }

  /// Whatever somebody has to show, at whichever door.
  private String credential(String door, Speaker speaker) {
    return switch (speaker) {
      case ANONYMOUS -> "";
      case OWN_BUYER -> stage.token(own);
      case OTHER_BUYER -> stage.token(other);
      case EXPIRED -> stage.expired(door, own);
      case ASSIGNED, COLLEAGUE, OTHER_GROUP, SUPERVISOR, ADMIN, OTHER_DESK, DISABLED -> stage.ticket(speaker);
    };
  }

  /// The golden frame of a command, about this conversation.
  private ObjectNode command(String door, String name) {
    int bracket = name.indexOf('(');
    ObjectNode frame = CommandTypes.golden(door, bracket < 0 ? name : name.substring(0, bracket)).deepCopy();
    for (String field : List.copyOf(frame.propertyNames())) {
      switch (field) {
        case "ref" -> frame.put(field, Cast.ref());
        case "conversation" -> frame.put(field, conversation);
        case "revision" -> frame.put(field, revision);
        case "attachment" -> frame.put(field, attachment);
        case "topic" -> frame.put(field, topic(name.substring(bracket + 1, name.length() - 1), conversation));
        case "group" -> frame.put(field, AccessStage.GROUP);
        case "have" -> frame.putNull(field);
        case "seq" -> frame.put(field, name.equals("message.recall") ? ownWords(door) : 1);
        case "mentions" -> frame.putArray(field).add(stage.member(Speaker.COLLEAGUE).id());
        case "to" -> frame.put(field, "agent:" + stage.member(Speaker.COLLEAGUE).id());
        case "state" -> frame.put(field, "OFFLINE");
        default -> {
          // as golden as it is
        }
      }
    }
    return frame;
  }

  private String outcome(Caller caller, String door, ObjectNode command) {
    caller.says(command.toString());
    if (command.has("ref")) {
      return word(caller.hearsAbout(command.path("ref").asString()));
    }
    String first = refusedOrNot(caller);
    if (!first.equals("in") || !command.has("conversation") || isHeard(door, command.path("type").asString())) {
      return first;
    }
    String late = refusedOrNot(caller); // whose conversation it is had to be looked up
    return late.equals("in") ? "nothing" : late;
  }

  private static String refusedOrNot(Caller caller) {
    return word(caller.says("{\"type\":\"heartbeat\"}").hears("a refusal or a heartbeat",
        heard -> List.of("refusal", "heartbeat").contains(heard.path("type").asString())));
  }

  private static String word(JsonNode answer) {
    return answer.path("type").asString().equals("refusal") ? answer.path("code").asString() : "in";
  }

  /// Whether the buyer's screen hears of a signal: at the latest before two others that the other side gives after it.
  private boolean isHeard(String door, String signal) {
    boolean byBuyer = door.equals("/ws/buyer");
    Caller otherSide = byBuyer ? agent : buyer;
    boolean heard = false;
    for (int i = 0; i < 2; i++) {
      otherSide.says("{\"type\":\"typing\",\"conversation\":\"" + conversation + "\"}");
      while (!isSignal(next(signal, byBuyer), TYPING, !byBuyer)) {
        heard = true;
      }
    }
    return heard;
  }

  private JsonNode next(String signal, boolean byBuyer) {
    return buyer.hears(signal + " or what comes after it",
        frame -> isSignal(frame, signal, byBuyer) || isSignal(frame, TYPING, !byBuyer));
  }

  private static boolean isSignal(JsonNode frame, String type, boolean byBuyer) {
    JsonNode signal = frame.path("signal");
    return signal.path("type").asString("").equals(type)
        && signal.path("author").asString("").equals("buyer") == byBuyer;
  }

  @Override
  public void close() {
    buyer.close();
    agent.close();
  }
}
