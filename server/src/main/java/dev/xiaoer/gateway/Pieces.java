package dev.xiaoer.gateway;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.CloseReason;
import org.jspecify.annotations.Nullable;

/// Puts the pieces of a text message together, and no more of them than a client of ours ever sends. A socket's own
/// thread asks.
///
/// A piece is a fragment, or what the container's buffer holds of a larger one: those are full, and not the client's doing.
final class Pieces {

  /// More than a decent client cuts a message into.
  private static final int MOST_FRAGMENTS = 16;
  /// A buffer may be full one short of its end: no character is cut in two.
  private static final int FULL = SmallBuffers.SIZE - 1;

  private @Nullable StringBuilder text;
  private int fragments;
  private int bytes;

  /// @return why the socket should be closed; null when all is well
  @Nullable
  CloseReason add(String piece, boolean last) {
    fragments += piece.length() >= FULL && !last ? 0 : 1;
    bytes += bytes(piece);
    if (bytes > StrictJson.LONGEST_DOCUMENT) {
      return CloseReason.FRAME_TOO_LARGE;
    }
    if (fragments > MOST_FRAGMENTS) {
      return CloseReason.BAD_FRAME;
    }
    if (text == null) {
      text = new StringBuilder(last ? piece.length() : piece.length() * 2);
    }
    text.append(piece);
    return null;
  }

  /// The whole message; the next piece begins another.
  String take() {
    String whole = text == null ? "" : text.toString();
    text = null;
    fragments = 0;
    bytes = 0;
    return whole;
  }

  /// Of UTF-8, without making any.
  private static int bytes(String piece) {
    int bytes = piece.length();
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c >= 0x80) {
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
