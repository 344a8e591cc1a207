package dev.xiaoer.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.Refusal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is left of pictures: everything that can be seen.
class PictureCopyTest {

  private AttachmentRoom room;

  @BeforeEach
  void open(@TempDir Path folder) {
    room = new AttachmentRoom(folder, new NoScanner(), Map.of());
  }

  @AfterEach
  void close() {
    room.close();
  }

  /// The sample is red on the left. Where the red has to be seen, once the picture stands the way it was taken.
  @ParameterizedTest
  @CsvSource({
    "1, 40, 20, 2, 10", "2, 40, 20, 37, 10", "3, 40, 20, 37, 10", "4, 40, 20, 2, 10",
    "5, 20, 40, 10, 2", "6, 20, 40, 10, 2", "7, 20, 40, 10, 37", "8, 20, 40, 10, 37"})
  void aPhotoIsKeptTheWayItWasTaken(int orientation, int width, int height, int redX, int redY) throws IOException {
    byte[] photo = Samples.jpegWithSegment(0xE1, Samples.exif(orientation, "somewhere"));

    ForBuyer.Attachment taken = room.taken("photo.jpg", "image/jpeg", photo);
    BufferedImage kept = picture(taken);

    assertThat(taken.width()).isEqualTo(width).isEqualTo(kept.getWidth());
    assertThat(taken.height()).isEqualTo(height).isEqualTo(kept.getHeight());
    assertThat(new Color(kept.getRGB(redX, redY)).getRed()).isGreaterThan(200);
    assertThat(new Color(kept.getRGB(width - 1 - redX, height - 1 - redY)).getBlue()).isGreaterThan(200);
  }

  @Test
  void aPngKeepsItsPixelsAndWhatIsSeenThroughThem() throws IOException {
    BufferedImage sent = Samples.painted(BufferedImage.TYPE_INT_ARGB);
    sent.setRGB(0, 0, 0x40123456);

    BufferedImage kept = picture(room.taken("a.png", "image/png", Samples.encoded(sent, "png")));

    assertThat(kept.getRGB(0, 0)).isEqualTo(0x40123456);
    assertThat(kept.getRGB(30, 10)).isEqualTo(Color.BLUE.getRGB());
  }

  @Test
  void aMovingGifStillMoves() throws IOException {
    ForBuyer.Attachment taken = room.taken("a.gif", "image/gif", Samples.movingGif(7));

    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(room.kept(taken))));
    assertThat(reader.getNumImages(true)).isEqualTo(7);
    var first = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
    var control = (IIOMetadataNode) first.getElementsByTagName("GraphicControlExtension").item(0);
    var repeat = (IIOMetadataNode) first.getElementsByTagName("ApplicationExtension").item(0);
    assertThat(control.getAttribute("delayTime")).isEqualTo("10");
    assertThat((byte[]) repeat.getUserObject()).containsExactly(1, 0, 0);
    reader.dispose();
  }

  @Test
  void aGifOfAsManyPicturesAsAllowedIsTaken() {
    assertThat(room.taken("a.gif", "image/gif", Samples.movingGif(100)).mime()).isEqualTo("image/gif");
  }

  @Test
  void anOpaqueWebpBecomesAJpeg() throws IOException {
    ForBuyer.Attachment taken = room.taken("a.webp", "image/webp", Samples.webp(30, 20, 0xFF336699));

    assertThat(taken.mime()).isEqualTo("image/jpeg");
    assertThat(taken.name()).isEqualTo("a.jpg");
    assertThat(taken.width()).isEqualTo(30);
    var pixel = new Color(picture(taken).getRGB(15, 10));
    assertThat(pixel.getRed()).isBetween(0x31, 0x35);
    assertThat(pixel.getBlue()).isBetween(0x97, 0x9B);
  }

  @Test
  void aWebpThatIsSeenThroughBecomesAPng() throws IOException {
    ForBuyer.Attachment taken = room.taken("a.webp", "image/webp", Samples.webp(3, 2, 0x80336699));

    assertThat(taken.mime()).isEqualTo("image/png");
    assertThat(picture(taken).getRGB(1, 1)).isEqualTo(0x80336699);
  }

  @Test
  void aPictureOfExactlyAsManyPixelsAsAllowedIsTaken(@TempDir Path folder) {
    try (var small = new AttachmentRoom(folder, new NoScanner(), Map.of("max-pixels", "600"))) {
      small.taken("a.webp", "image/webp", Samples.webp(30, 20, 0xFF336699));
      assertThat(small.upload("a.webp", "image/webp", Samples.webp(31, 20, 0xFF336699)))
          .isEqualTo(new Upload.Refused(Refusal.PICTURE_TOO_LARGE));
    }
  }

  private BufferedImage picture(ForBuyer.Attachment attachment) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(room.kept(attachment)));
  }
}
