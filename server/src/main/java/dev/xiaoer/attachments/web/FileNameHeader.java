package dev.xiaoer.attachments.web;

import java.nio.charset.StandardCharsets;

/// A file's name in a header, as RFC 8187 asks: everything but letters, digits and a few marks is percent-encoded, so
/// that no name can end a quote or a line.
final class FileNameHeader {

  private static final String PLAIN = "!#$&+-.^_`|~";

  private FileNameHeader() {}

  static String of(String disposition, String name) {
    var header = new StringBuilder(disposition).append("; filename*=UTF-8''");
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
        header.append(c);
      } else {
        header.append('%').append(hex(b >> 4)).append(hex(b));
      }
    }
    return header.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static char hex(int nibble) {
    return "0123456789ABCDEF".charAt(nibble & 0xF);
  }
}
