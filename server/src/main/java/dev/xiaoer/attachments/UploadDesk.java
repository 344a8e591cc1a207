package dev.xiaoer.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A private folder for one upload: what was received and the copy made of it, both gone in the end.
final class UploadDesk implements AutoCloseable {

  private final Path folder;

  UploadDesk() throws IOException {
    folder = Files.createTempDirectory("xiaoer-upload-");
  }

  /// @return how many bytes came; one more than the limit stands for any number above it
  long receive(InputStream bytes, long limit) throws IOException {
    long size = 0;
    byte[] buffer = new byte[16 * 1024];
    try (OutputStream file = Files.newOutputStream(received())) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        size += read;
        if (size > limit) {
          return limit + 1;
        }
        file.write(buffer, 0, read);
      }
    }
    return size;
  }

  Path received() {
    return folder.resolve("received");
  }

  Path copy() {
    return folder.resolve("copy");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(received());
    Files.deleteIfExists(copy());
    Files.deleteIfExists(folder);
  }
}
