package dev.xiaoer.bench.dialect;

import java.nio.charset.StandardCharsets;

/// One text frame that was heard. The bytes are lent: they are another frame's when the call is over.
public final class Text {

  private final byte[] bytes;
  private final int length;

  public Text(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  public static Text of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Text(bytes, bytes.length);
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  boolean startsWith(String ascii) {
    return matches(0, ascii);
  }

  /// Whether this stands among the first bytes; what tells frames apart is in front.
  boolean hasEarly(String ascii) {
    int last = Math.min(length, 64) - ascii.length();
    for (int i = 0; i <= last; i++) {
      if (matches(i, ascii)) {
        return true;
      }
    }
    return false;
  }

  String string() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private boolean matches(int from, String ascii) {
    if (from + ascii.length() > length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
