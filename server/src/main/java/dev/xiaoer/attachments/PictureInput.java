package dev.xiaoer.attachments;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;

/// A picture's bytes, and whether the decoder wanted more than there are: some decoders paint what is missing grey and
/// say nothing.
final class PictureInput extends FileImageInputStream {

  private boolean ranOut;

  PictureInput(Path file) throws IOException {
    super(file.toFile());
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    ranOut |= read < 0;
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    ranOut |= read < 0;
    return read;
  }

  void checkComplete() throws IOException {
    if (ranOut) {
      throw new IOException("the file ends before the picture");
    }
  }
}
