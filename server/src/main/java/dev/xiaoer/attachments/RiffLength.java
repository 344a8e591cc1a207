package dev.xiaoer.attachments;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A WebP says at its beginning how long it is. Its decoder reads ahead, so that running out of bytes tells nothing.
final class RiffLength {

  private static final int HEAD = 8;

  private RiffLength() {}

  static void check(Path webp) throws IOException {
    try (var head = new DataInputStream(Files.newInputStream(webp))) {
      head.skipNBytes(4);
      long rest = Integer.toUnsignedLong(Integer.reverseBytes(head.readInt()));
      if (Files.size(webp) < HEAD + rest) {
        throw new IOException("the file ends before the picture");
      }
    }
  }
}
