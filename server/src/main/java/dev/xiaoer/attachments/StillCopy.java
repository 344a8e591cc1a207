package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Refusal;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Paints a picture anew, pixel by pixel: what is not a pixel (EXIF and the place it was taken, comments, scripts,
/// archives at the end) stays behind. WebP is kept as PNG or JPEG, because nothing at hand writes WebP.
final class StillCopy implements FileCopy {

  private static final float JPEG_QUALITY = 0.9f;

  private final FileKind kind;
  private final Path source;
  private final Path target;
  private final int maxPixels;
  private final Stop stop = new Stop();

  StillCopy(FileKind kind, Path source, Path target, int maxPixels) {
    this.kind = kind;
    this.source = source;
    this.target = target;
    this.maxPixels = maxPixels;
  }

  @Override
  public Weighed weigh() throws IOException {
    try (var input = new PictureInput(source)) {
      ImageReader reader = PictureFormats.reader(kind);
      try {
        reader.setInput(input, false, true);
        if (kind == FileKind.WEBP) {
          RiffLength.check(source);
        }
        // a moving WebP would be kept as its first picture, which is not what was sent
        if (kind == FileKind.WEBP && reader.getNumImages(true) != 1) {
          return new Refused(Refusal.FILE_TYPE);
        }
        long weight = (long) reader.getWidth(0) * reader.getHeight(0) * words(reader.getRawImageType(0));
        return weight > maxPixels ? new Refused(Refusal.PICTURE_TOO_LARGE) : new Weight((int) weight);
      } finally {
        reader.dispose();
      }
    }
  }

  @Override
  public Answer make() throws IOException {
    int orientation = kind == FileKind.JPEG ? Orientation.of(source) : Orientation.UPRIGHT;
    BufferedImage picture = paint(decode(), orientation);
    FileKind kept = keptAs(picture);
    PictureOutput.write(target, output -> {
      ImageWriter writer = PictureFormats.writer(kept);
      try {
        stop.willAbort(writer::abort);
        writer.setOutput(output);
        writer.write(null, new IIOImage(picture, null, null), options(writer, kept));
      } finally {
        stop.willAbort(null);
        writer.dispose();
      }
    });
    stop.check();
    return new Made(kept, picture.getWidth(), picture.getHeight());
  }

  @Override
  public void stop() {
    stop.now();
  }

  private BufferedImage decode() throws IOException {
    try (var input = new PictureInput(source)) {
      ImageReader reader = PictureFormats.reader(kind);
      try {
        stop.willAbort(reader::abort);
        reader.setInput(input, true, true);
        BufferedImage picture = reader.read(0);
        stop.check();
        if (kind != FileKind.WEBP) {
          input.checkComplete();
        }
        return picture;
      } finally {
        stop.willAbort(null);
        reader.dispose();
      }
    }
  }

  private static BufferedImage paint(BufferedImage picture, int orientation) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean turned = Orientation.turns(orientation);
    var painted = new BufferedImage(turned ? height : width, turned ? width : height,
        picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = painted.createGraphics();
    try {
      brush.setComposite(AlphaComposite.Src); // the pixels themselves, not what they look like on black
      brush.drawImage(picture, Orientation.upright(orientation, width, height), null);
    } finally {
      brush.dispose();
    }
    return painted;
  }

  private FileKind keptAs(BufferedImage picture) {
    return switch (kind) {
      case WEBP -> picture.getColorModel().hasAlpha() ? FileKind.PNG : FileKind.JPEG;
      case JPEG, PNG, GIF, PDF, TEXT -> kind;
    };
  }

  private static ImageWriteParam options(ImageWriter writer, FileKind kept) {
    ImageWriteParam options = writer.getDefaultWriteParam();
    if (kept == FileKind.JPEG) {
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality(JPEG_QUALITY);
    }
    return options;
  }

  /// How many times four bytes a pixel takes: 2 for 16 bits a channel.
  private static int words(ImageTypeSpecifier type) {
    return type == null ? 1 : Math.max(1, Math.ceilDiv(type.getColorModel().getPixelSize(), 32));
  }
}
