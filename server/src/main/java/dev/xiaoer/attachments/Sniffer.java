package dev.xiaoer.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// Tells what a file is from its bytes alone: neither the name nor the claim is shown to the detector.
final class Sniffer {

  private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

  boolean is(FileKind kind, Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return is(kind, bytes.readNBytes(types.getMinLength()));
    }
  }

  boolean is(FileKind kind, byte[] bytes) {
    try {
      int length = Math.min(bytes.length, types.getMinLength());
      return types.detect(new ByteArrayInputStream(bytes, 0, length), new Metadata()).toString().equals(kind.mime());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory are always readable", e);
    }
  }
}
