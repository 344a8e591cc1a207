package dev.xiaoer.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that lie about themselves, each with the one verdict it must get.
class UploadCorpusTest {

  private AttachmentRoom room;

  @BeforeEach
  void open(@TempDir Path folder) {
    room = new AttachmentRoom(folder, new NoScanner(), Map.of());
  }

  @AfterEach
  void close() {
    room.close();
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource
  void isRefused(String what, @Nullable String name, @Nullable String type, byte[] bytes, Refusal verdict)
      throws IOException {
    assertThat(room.upload(name, type, bytes)).isEqualTo(new Upload.Refused(verdict));
    assertThat(room.files()).isEmpty();
  }

  static Stream<Arguments> isRefused() {
    byte[] html = Samples.SCRIPT.getBytes(UTF_8);
    byte[] png = Samples.png();
    byte[] jpeg = Samples.jpeg();
    byte[] pdf = Samples.pdf();
    return Stream.of(
        refused("SVG as itself", "a.svg", "image/svg+xml", Samples.svg(), Refusal.FILE_TYPE),
        refused("SVG with a script as PNG", "a.png", "image/png", Samples.svg(), Refusal.FILE_TYPE),
        refused("SVG with a script as GIF", "a.gif", "image/gif", Samples.svg(), Refusal.FILE_TYPE),
        refused("SVG with a script as text", "a.txt", "text/plain", Samples.svg(), Refusal.FILE_TYPE),
        refused("SVG as XML", "a.xml", "text/xml", Samples.svg(), Refusal.FILE_TYPE),
        refused("HTML as itself", "a.html", "text/html", html, Refusal.FILE_TYPE),
        refused("HTML as text", "a.txt", "text/plain", html, Refusal.FILE_TYPE),
        refused("HTML as text in UTF-16", "a.txt", "text/plain",
            Samples.joined(new byte[]{(byte) 0xFF, (byte) 0xFE}, Samples.SCRIPT.getBytes(StandardCharsets.UTF_16LE)),
            Refusal.FILE_TYPE),
        refused("HTML as JPEG", "a.jpg", "image/jpeg", html, Refusal.FILE_TYPE),
        refused("HTML after a picture's name", "photo.jpg.html", "image/jpeg", jpeg, Refusal.FILE_TYPE),
        refused("HTML after a zero", "a.png\0.html", "image/png", png, Refusal.FILE_TYPE),
        refused("HTML before a dot that Windows drops", "a.html.", "text/plain", html, Refusal.FILE_TYPE),
        refused("a program that reads backwards as a picture", "photo\u202Egnp.exe", "image/png", png,
            Refusal.FILE_TYPE),
        refused("no extension", "photo", "image/png", png, Refusal.FILE_TYPE),
        refused("no name", null, "image/png", png, Refusal.FILE_TYPE),
        refused("no type", "a.png", null, png, Refusal.FILE_TYPE),
        refused("any type", "a.png", "application/octet-stream", png, Refusal.FILE_TYPE),
        refused("PNG called JPEG", "a.jpg", "image/jpeg", png, Refusal.FILE_TYPE),
        refused("PNG claimed to be JPEG", "a.png", "image/jpeg", png, Refusal.FILE_TYPE),
        refused("PNG as text", "a.txt", "text/plain", png, Refusal.FILE_TYPE),
        refused("control characters as text", "a.txt", "text/plain", "a\0b\u0007".getBytes(UTF_8), Refusal.FILE_TYPE),
        refused("zip", "a.zip", "application/zip", Samples.zip(), Refusal.FILE_TYPE),
        refused("zip as PDF", "a.pdf", "application/pdf", Samples.zip(), Refusal.FILE_TYPE),
        refused("Word document", "a.docx", "application/msword", Samples.zip(), Refusal.FILE_TYPE),
        refused("HTML before a PDF", "a.pdf", "application/pdf", Samples.joined(html, pdf), Refusal.FILE_TYPE),
        refused("a blank before a PDF", "a.pdf", "application/pdf", Samples.joined(new byte[]{' '}, pdf),
            Refusal.FILE_TYPE),
        refused("HTML behind a PDF", "a.pdf", "application/pdf", Samples.joined(pdf, html), Refusal.FILE_DAMAGED),
        refused("an archive behind a PDF", "a.pdf", "application/pdf", Samples.joined(pdf, Samples.zip()),
            Refusal.FILE_DAMAGED),
        refused("PDF cut short", "a.pdf", "application/pdf", Arrays.copyOf(pdf, 60), Refusal.FILE_DAMAGED),
        refused("PNG cut short", "a.png", "image/png", Arrays.copyOf(png, png.length / 2), Refusal.FILE_DAMAGED),
        refused("JPEG cut short", "a.jpg", "image/jpeg", Arrays.copyOf(jpeg, jpeg.length - 40), Refusal.FILE_DAMAGED),
        refused("GIF cut short", "a.gif", "image/gif", Arrays.copyOf(Samples.gif(), 830), Refusal.FILE_DAMAGED),
        refused("WebP cut short", "a.webp", "image/webp", Arrays.copyOf(Samples.webp(9, 9, 0xFF336699), 24),
            Refusal.FILE_DAMAGED),
        refused("nothing but a PNG's first bytes", "a.png", "image/png", Arrays.copyOf(png, 8), Refusal.FILE_DAMAGED),
        refused("PNG of 65535 × 65535", "a.png", "image/png", Samples.pngWithHeader(65_535, 65_535),
            Refusal.PICTURE_TOO_LARGE),
        refused("PNG of 2^31 - 1 by 2^31 - 1", "a.png", "image/png",
            Samples.pngWithHeader(Integer.MAX_VALUE, Integer.MAX_VALUE), Refusal.PICTURE_TOO_LARGE),
        refused("WebP of 16384 × 16384 in 40 bytes", "a.webp", "image/webp", Samples.webp(16_384, 16_384, 0xFF336699),
            Refusal.PICTURE_TOO_LARGE),
        refused("GIF of 100,000 pictures", "a.gif", "image/gif", Samples.movingGif(100_000),
            Refusal.PICTURE_TOO_LARGE),
        refused("GIF of one picture too many", "a.gif", "image/gif", Samples.movingGif(101),
            Refusal.PICTURE_TOO_LARGE),
        refused("no bytes", "a.png", "image/png", new byte[0], Refusal.FILE_EMPTY),
        refused("no bytes of text", "a.txt", "text/plain", new byte[0], Refusal.FILE_EMPTY),
        refused("10 MB and a byte", "a.txt", "text/plain", letters(10 * 1024 * 1024 + 1), Refusal.FILE_TOO_LARGE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void isTakenWithoutItsTrap(String what, String name, String type, byte[] bytes, String trap) throws IOException {
    assertThat(new String(bytes, ISO_8859_1)).contains(trap);

    ForBuyer.Attachment taken = room.taken(name, type, bytes);

    assertThat(taken.mime()).isEqualTo(type);
    assertThat(new String(room.kept(taken), ISO_8859_1)).doesNotContain(trap);
    assertThat(taken.size()).isEqualTo(room.kept(taken).length);
  }

  static Stream<Arguments> isTakenWithoutItsTrap() {
    byte[] html = Samples.SCRIPT.getBytes(UTF_8);
    return Stream.of(
        Arguments.of("a GIF that is a JAR", "a.gif", "image/gif", Samples.joined(Samples.gif(), Samples.zip()), "PK"),
        Arguments.of("a JPEG with HTML in a comment", "a.jpg", "image/jpeg", Samples.jpegWithSegment(0xFE, html),
            "<script>"),
        Arguments.of("a JPEG with HTML at its end", "a.jpg", "image/jpeg", Samples.joined(Samples.jpeg(), html),
            "<script>"),
        Arguments.of("a PNG with a script in tEXt", "a.png", "image/png", Samples.pngWithText(Samples.SCRIPT),
            "<script>"),
        Arguments.of("a PNG with HTML at its end", "a.png", "image/png", Samples.joined(Samples.png(), html),
            "<script>"),
        Arguments.of("a photo that tells where it was taken", "a.jpg", "image/jpeg",
            Samples.jpegWithSegment(0xE1, Samples.exif(1, "31.2304N 121.4737E")), "121.4737E"),
        Arguments.of("a moving GIF with a comment", "a.gif", "image/gif", Samples.movingGif(3), "secret"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aTextIsKeptAsUtf8(String charset, byte[] bytes) throws IOException {
    ForBuyer.Attachment taken = room.taken("说明.txt", "text/plain; charset=whatever", bytes);

    assertThat(room.kept(taken)).asString(UTF_8).isEqualTo("你好，世界\r\n1 < 2 & <b>");
    assertThat(taken.name()).isEqualTo("说明.txt");
    assertThat(taken.width()).isNull();
  }

  static Stream<Arguments> aTextIsKeptAsUtf8() {
    String text = "你好，世界\r\n1 < 2 & <b>";
    return Stream.of(Arguments.of("UTF-8", text.getBytes(UTF_8)),
        Arguments.of("UTF-8 with a mark", ("\uFEFF" + text).getBytes(UTF_8)),
        Arguments.of("UTF-16 of Windows", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("UTF-16 of others", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)),
        Arguments.of("GB18030", text.getBytes(Charset.forName("GB18030"))));
  }

  private static Arguments refused(String what, @Nullable String name, @Nullable String type, byte[] bytes,
      Refusal verdict) {
    return Arguments.of(what, name, type, bytes, verdict);
  }

  private static byte[] letters(int count) {
    byte[] letters = new byte[count];
    Arrays.fill(letters, (byte) 'a');
    return letters;
  }
}
