package dev.xiaoer.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.stream.FileImageOutputStream;

/// Where a copied picture goes. What fails here is our disk, not the picture that was sent.
final class PictureOutput extends FileImageOutputStream {

  interface Painting {
    void paint(PictureOutput output) throws IOException;
  }

  private PictureOutput(Path file) throws IOException {
    super(file.toFile());
  }

  static void write(Path file, Painting painting) throws IOException {
    PictureOutput output;
    try {
      output = new PictureOutput(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (output) {
      painting.paint(output);
    }
  }

  @Override
  public void write(int b) {
    try {
      super.write(b);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      super.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
