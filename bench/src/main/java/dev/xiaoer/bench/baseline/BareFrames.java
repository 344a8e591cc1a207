package dev.xiaoer.bench.baseline;

import org.jspecify.annotations.Nullable;

/// The bare protocol without parsing: a frame is `{"type":"message.post","ref":"…","text":"…"}` and what is behind its
/// type is handed on untouched.
final class BareFrames {

  static final String WELCOME = "{\"type\":\"welcome\"}";

  private static final String REF = "\"ref\":\"";

  private BareFrames() {}

  /// The part of a frame from its ref on.
  static String tail(String frame) {
    int from = frame.indexOf(REF);
    if (from < 0) {
      throw new IllegalArgumentException("a frame without ref");
    }
    return frame.substring(from);
  }

  static String ref(String tail) {
    return tail.substring(REF.length(), tail.indexOf('"', REF.length()));
  }

  static String message(String buyer, String id, String tail) {
    return "{\"type\":\"message\",\"from\":\"" + buyer + "\",\"id\":\"" + id + "\"," + tail;
  }

  static String acknowledgement(String id, String ref) {
    return "{\"type\":\"ack\",\"id\":\"" + id + "\",\"ref\":\"" + ref + "\"}";
  }

  /// A parameter of the handshake's query; the empty string when it is not there.
  static String parameter(@Nullable String query, String name) {
    if (query != null) {
      for (String pair : query.split("&")) {
        if (pair.startsWith(name + "=")) {
          return pair.substring(name.length() + 1);
        }
      }
    }
    return "";
  }
}
