package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps a PDF as it is, if it is one from its first byte to its last: a page or an archive put before or behind it is
/// how one file passes for two. What is inside is left to the reader's program, as it is only ever served for saving.
final class PdfCopy implements FileCopy {

  private static final int TAIL = 1024;

  private final Path source;
  private final Path target;

  PdfCopy(Path source, Path target) {
    this.source = source;
    this.target = target;
  }

  @Override
  public Weighed weigh() {
    return new Weight(0);
  }

  @Override
  public Answer make() throws IOException {
    try (var file = new RandomAccessFile(source.toFile(), "r")) {
      if (!read(file, 0, 5).equals("%PDF-")) {
        return new Refused(Refusal.FILE_TYPE);
      }
      int tail = (int) Math.min(TAIL, file.length());
      // control characters count as blanks: some programs end with NULs
      if (!read(file, file.length() - tail, tail).trim().endsWith("%%EOF")) {
        return new Refused(Refusal.FILE_DAMAGED);
      }
    }
    try {
      Files.copy(source, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Made(FileKind.PDF, null, null);
  }

  @Override
  public void stop() {}

  private static String read(RandomAccessFile file, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
