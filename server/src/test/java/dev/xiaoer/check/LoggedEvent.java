package dev.xiaoer.check;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An event as it lies in a log.
///
/// @param author `buyer`, `agent:<id>`; empty for what the desk does by itself
/// @param body what it says; empty when it says nothing
public record LoggedEvent(long seq, String id, long ts, String type, String author, String body) {

  private static final JsonMapper JSON = new JsonMapper();

  /// Reads what stands in the stream: the frame behind its seq.
  public static LoggedEvent of(long seq, String tail) {
    JsonNode frame = JSON.readTree("{" + tail);
    JsonNode event = frame.get("event");
    String type = event.get("type").asString();
    String author = type.equals("conversation.rated")
        ? "buyer"
        : event.path(event.has("by") ? "by" : "author").asString("");
    String body = switch (type) {
      case "attachment.posted" -> event.get("attachment").get("id").asString();
      case "card.posted" -> event.get("card").path("id").asString("");
      case "message.recalled" -> event.get("seq").asString();
      case "conversation.rated" -> event.get("stars").asString();
      case "conversation.assigned" -> event.get("agent").get("id").asString();
      default -> event.path("text").asString("");
    };
    return new LoggedEvent(seq, frame.get("id").asString(), frame.get("ts").asLong(), type, author, body);
  }

  boolean isSaid() {
    return canBeTakenBack() || type.equals("note.posted") || type.equals("message.recalled")
        || type.equals("conversation.rated");
  }

  boolean canBeTakenBack() {
    return type.equals("message.posted") || type.equals("attachment.posted") || type.equals("card.posted");
  }

  boolean isForStaff() {
    return type.equals("note.posted") || type.endsWith(".explained") || type.equals("contact.left")
        || type.equals("sensitive.revealed") || type.equals("recalled.shown");
  }

  @Override
  public String toString() {
    return seq + " " + type + (author.isEmpty() ? "" : " by " + author) + " [" + id + "] " + body;
  }
}
