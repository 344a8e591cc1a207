package dev.xiaoer.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Files for uploads, good ones and traps, made when they are needed.
final class Samples {

  static final String SCRIPT = "<html><body onload=alert(1)><script>alert(document.domain)</script></body></html>";

  private Samples() {}

  static byte[] png() {
    return encoded(painted(BufferedImage.TYPE_INT_ARGB), "png");
  }

  static byte[] jpeg() {
    return encoded(painted(BufferedImage.TYPE_INT_RGB), "jpg");
  }

  static byte[] gif() {
    return encoded(painted(BufferedImage.TYPE_BYTE_INDEXED), "gif");
  }

  /// 40 × 20: the left half red, the right half blue.
  static BufferedImage painted(int type) {
    var picture = new BufferedImage(40, 20, type);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, 20, 20);
    brush.setColor(Color.BLUE);
    brush.fillRect(20, 0, 20, 20);
    brush.dispose();
    return picture;
  }

  static byte[] encoded(BufferedImage picture, String format) {
    try {
      var bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(picture, format, bytes)) {
        throw new IllegalStateException("no writer for " + format);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] pdf() {
    return """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """.getBytes(ISO_8859_1);
  }

  static byte[] svg() {
    return ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">"
        + "<script>alert(1)</script></svg>").getBytes(UTF_8);
  }

  static byte[] zip() {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
        zip.write("Main-Class: Evil\n".getBytes(UTF_8));
        zip.closeEntry();
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A PNG that carries a comment in front of its pixels.
  static byte[] pngWithText(String text) {
    byte[] png = png();
    int afterHeader = 8 + 25;
    return joined(Arrays.copyOf(png, afterHeader), pngChunk("tEXt", ("Comment\0" + text).getBytes(ISO_8859_1)),
        Arrays.copyOfRange(png, afterHeader, png.length));
  }

  /// A PNG of a few bytes that says how many pixels it has.
  static byte[] pngWithHeader(int width, int height) {
    byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height)
        .put(new byte[]{8, 6, 0, 0, 0}).array();
    return joined(Arrays.copyOf(png(), 8), pngChunk("IHDR", header), pngChunk("IDAT", new byte[]{0x78, 1, 3, 0}),
        pngChunk("IEND", new byte[0]));
  }

  private static byte[] pngChunk(String name, byte[] data) {
    byte[] typed = joined(name.getBytes(ISO_8859_1), data);
    var crc = new CRC32();
    crc.update(typed);
    return joined(ByteBuffer.allocate(4).putInt(data.length).array(), typed,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /// A JPEG with a segment put right behind its first marker.
  ///
  /// @param marker 0xE1 for EXIF, 0xFE for a comment
  static byte[] jpegWithSegment(int marker, byte[] data) {
    byte[] jpeg = jpeg();
    byte[] head = ByteBuffer.allocate(4).put((byte) 0xFF).put((byte) marker).putShort((short) (data.length + 2))
        .array();
    return joined(Arrays.copyOf(jpeg, 2), head, data, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /// EXIF that says which way up, and a text that must not survive.
  static byte[] exif(int orientation, String secret) {
    byte[] text = (secret + "\0").getBytes(ISO_8859_1);
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + text.length).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(text.length).putInt(38);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
    tiff.putInt(0).put(text);
    return joined("Exif\0\0".getBytes(ISO_8859_1), tiff.array());
  }

  /// A GIF of one-pixel pictures, each shown for a tenth of a second, for ever.
  static byte[] movingGif(int frames) {
    var gif = new ByteArrayOutputStream();
    gif.writeBytes("GIF89a".getBytes(ISO_8859_1));
    gif.writeBytes(new byte[]{1, 0, 1, 0, (byte) 0x80, 0, 0, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255});
    gif.writeBytes(new byte[]{0x21, (byte) 0xFF, 11});
    gif.writeBytes("NETSCAPE2.0".getBytes(ISO_8859_1));
    gif.writeBytes(new byte[]{3, 1, 0, 0, 0});
    gif.writeBytes(joined(new byte[]{0x21, (byte) 0xFE, 6}, "secret".getBytes(ISO_8859_1), new byte[]{0}));
    for (int i = 0; i < frames; i++) {
      gif.writeBytes(new byte[]{0x21, (byte) 0xF9, 4, 0, 10, 0, 0, 0});
      gif.writeBytes(new byte[]{0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0});
    }
    gif.write(0x3B);
    return gif.toByteArray();
  }

  /// A lossless WebP of one colour: five prefix codes of one symbol each, so that a pixel takes no bits at all.
  ///
  /// @param argb its colour; opaque ones are marked as such
  static byte[] webp(int width, int height, int argb) {
    var bits = new Bits();
    bits.put(width - 1, 14).put(height - 1, 14).put(argb >>> 24 == 255 ? 0 : 1, 1).put(0, 3);
    bits.put(0, 1).put(0, 1).put(0, 1); // no transform, no colour cache, one set of codes
    for (int symbol : new int[]{argb >> 8 & 255, argb >> 16 & 255, argb & 255, argb >>> 24, 0}) {
      bits.put(1, 1).put(0, 1).put(1, 1).put(symbol, 8); // green, red, blue, alpha, distance
    }
    byte[] lossless = joined(new byte[]{0x2F}, bits.bytes());
    byte[] padding = new byte[lossless.length % 2];
    return joined("RIFF".getBytes(ISO_8859_1), little(4 + 8 + lossless.length + padding.length),
        "WEBPVP8L".getBytes(ISO_8859_1), little(lossless.length), lossless, padding);
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  static byte[] joined(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /// Bits, lowest first.
  private static final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int current;
    private int filled;

    Bits put(int value, int count) {
      for (int i = 0; i < count; i++) {
        current |= (value >> i & 1) << filled;
        if (++filled == 8) {
          bytes.write(current);
          current = 0;
          filled = 0;
        }
      }
      return this;
    }

    byte[] bytes() {
      if (filled > 0) {
        put(0, 8 - filled);
      }
      return bytes.toByteArray();
    }
  }
}
