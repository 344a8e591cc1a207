package dev.xiaoer.attachments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What may be sent. No SVG and no HTML, because they are programs; no archives, because nobody can see what is inside.
enum FileKind {
  JPEG("image/jpeg", "jpg", "jpeg"), PNG("image/png", "png", "png"), GIF("image/gif", "gif", "gif"), WEBP("image/webp",
      "webp", "webp"), PDF("application/pdf", "pdf", "pdf"), TEXT("text/plain", "txt", "txt");

  private final String mime;
  private final String extension;
  private final String otherExtension;

  FileKind(String mime, String extension, String otherExtension) {
    this.mime = mime;
    this.extension = extension;
    this.otherExtension = otherExtension;
  }

  String mime() {
    return mime;
  }

  String extension() {
    return extension;
  }

  static List<String> extensions() {
    return Arrays.stream(values()).flatMap(kind -> Stream.of(kind.extension, kind.otherExtension)).distinct().toList();
  }

  /// @param extension lower case
  boolean hasExtension(String extension) {
    return extension.equals(this.extension) || extension.equals(otherExtension);
  }

  /// @param extension lower case
  static @Nullable FileKind withExtension(String extension) {
    for (FileKind kind : values()) {
      if (kind.hasExtension(extension)) {
        return kind;
      }
    }
    return null;
  }
}
