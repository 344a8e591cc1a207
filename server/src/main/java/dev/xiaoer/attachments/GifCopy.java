package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;

/// Paints a GIF anew, picture by picture, and keeps what makes it move: places, delays and whether it repeats. Comments
/// and whatever hangs at its end stay behind.
final class GifCopy implements FileCopy {

  private final Path source;
  private final Path target;
  private final int maxPixels;
  private final int maxFrames;
  private final Stop stop = new Stop();

  GifCopy(Path source, Path target, int maxPixels, int maxFrames) {
    this.source = source;
    this.target = target;
    this.maxPixels = maxPixels;
    this.maxFrames = maxFrames;
  }

  @Override
  public Weighed weigh() throws IOException {
    try (var input = new PictureInput(source)) {
      ImageReader reader = PictureFormats.reader(FileKind.GIF);
      try {
        reader.setInput(input, false, false);
        if (hasFrame(reader, maxFrames)) {
          return new Refused(Refusal.PICTURE_TOO_LARGE);
        }
        var screen = GifMotion.screen(reader);
        long weight = Math.max(1L, (long) screen.width() * screen.height());
        for (int i = 0; hasFrame(reader, i); i++) {
          weight = Math.max(weight, (long) reader.getWidth(i) * reader.getHeight(i));
        }
        return weight > maxPixels ? new Refused(Refusal.PICTURE_TOO_LARGE) : new Weight((int) weight);
      } finally {
        reader.dispose();
      }
    }
  }

  @Override
  public Answer make() throws IOException {
    try (var input = new PictureInput(source)) {
      ImageReader reader = PictureFormats.reader(FileKind.GIF);
      try {
        reader.setInput(input, false, false);
        GifMotion.Screen screen = GifMotion.screen(reader);
        PictureOutput.write(target, output -> paint(reader, output, screen));
        input.checkComplete();
        return new Made(FileKind.GIF, screen.width(), screen.height());
      } finally {
        reader.dispose();
      }
    }
  }

  private void paint(ImageReader reader, PictureOutput output, GifMotion.Screen screen) throws IOException {
    ImageWriter writer = PictureFormats.writer(FileKind.GIF);
    try {
      writer.setOutput(output);
      writer.prepareWriteSequence(GifMotion.screenOf(writer, screen));
      for (int i = 0; i == 0 || hasFrame(reader, i); i++) {
        stop.willAbort(reader::abort);
        BufferedImage frame = reader.read(i);
        stop.check();
        stop.willAbort(writer::abort);
        IIOMetadata motion = GifMotion.copy(reader.getImageMetadata(i), writer, frame);
        writer.writeToSequence(new IIOImage(frame, null, motion), null);
        stop.check();
      }
      writer.endWriteSequence();
    } finally {
      stop.willAbort(null);
      writer.dispose();
    }
  }

  @Override
  public void stop() {
    stop.now();
  }

  /// Counts no further than asked: a file of a hundred thousand tiny frames is not walked to its end.
  private static boolean hasFrame(ImageReader reader, int index) throws IOException {
    try {
      reader.getWidth(index);
      return true;
    } catch (IndexOutOfBoundsException none) {
      return false;
    }
  }
}
