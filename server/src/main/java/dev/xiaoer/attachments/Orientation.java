package dev.xiaoer.attachments;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Which way up a photo was taken: EXIF's numbers 1 to 8. It has to be painted that way, because the number is thrown
/// away with the rest of the EXIF.
final class Orientation {

  static final int UPRIGHT = 1;

  private Orientation() {}

  /// EXIF that cannot be read says nothing: the picture itself may be fine.
  static int of(Path jpeg) throws IOException {
    try (var input = new FileImageInputStream(jpeg.toFile())) {
      for (JPEGSegment segment : JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif")) {
        return of(segment);
      }
    } catch (IOException | RuntimeException unreadable) {
      return UPRIGHT;
    }
    return UPRIGHT;
  }

  private static int of(JPEGSegment exif) throws IOException {
    try (InputStream data = exif.data()) {
      data.skipNBytes(1); // the second zero after the segment's name
      try (ImageInputStream tiff = new MemoryCacheImageInputStream(data)) {
        Directory directory = new TIFFReader().read(tiff);
        Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
        return entry != null && entry.getValue() instanceof Number number && number.intValue() >= 1
            && number.intValue() <= 8 ? number.intValue() : UPRIGHT;
      }
    }
  }

  /// Whether width and height change places.
  static boolean turns(int orientation) {
    return orientation >= 5;
  }

  /// @param width of the picture as it is stored
  /// @param height of the picture as it is stored
  static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
