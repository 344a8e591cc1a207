package dev.xiaoer.attachments;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/// The one decoder and encoder of each kind. The decoder is chosen by what the file was found to be; the file is never
/// shown to all the decoders there are.
final class PictureFormats {

  private PictureFormats() {}

  static ImageReader reader(FileKind kind) {
    return switch (kind) {
      case JPEG, PNG, GIF -> ImageIO.getImageReadersByFormatName(kind.extension()).next();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      case PDF, TEXT -> throw notAPicture(kind);
    };
  }

  static ImageWriter writer(FileKind kind) {
    return switch (kind) {
      case JPEG, PNG, GIF -> ImageIO.getImageWritersByFormatName(kind.extension()).next();
      case WEBP, PDF, TEXT -> throw notAPicture(kind);
    };
  }

  private static IllegalArgumentException notAPicture(FileKind kind) {
    return new IllegalArgumentException(kind + " is not a picture that can be painted");
  }
}
