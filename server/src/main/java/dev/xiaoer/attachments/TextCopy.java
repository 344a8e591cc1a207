package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps a text as UTF-8, so that one charset can be stated when it is served. Read as UTF-8, as UTF-16 with its mark, or
/// as GB18030, in which Chinese Windows still saves. A text that a browser could take for a page is refused.
final class TextCopy implements FileCopy {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private final Path source;
  private final Path target;
  private final Sniffer sniffer;

  TextCopy(Path source, Path target, Sniffer sniffer) {
    this.source = source;
    this.target = target;
    this.sniffer = sniffer;
  }

  /// Bytes, characters and bytes again, two to a character at most: about two pixels a byte.
  @Override
  public Weighed weigh() throws IOException {
    return new Weight((int) Files.size(source) * 2);
  }

  @Override
  public Answer make() throws IOException {
    String text = decode(Files.readAllBytes(source));
    if (text == null || hasControls(text)) {
      return new Refused(Refusal.FILE_TYPE);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (!sniffer.is(FileKind.TEXT, utf8)) {
      return new Refused(Refusal.FILE_TYPE);
    }
    try {
      Files.write(target, utf8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Made(FileKind.TEXT, null, null);
  }

  @Override
  public void stop() {}

  private static @Nullable String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    String text = decode(bytes, 0, StandardCharsets.UTF_8);
    return text == null ? decode(bytes, 0, GB18030) : text;
  }

  private static @Nullable String decode(byte[] bytes, int from, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\n\f\r".indexOf(c) < 0);
  }
}
