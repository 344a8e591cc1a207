package dev.xiaoer.attachments;

import java.io.IOException;
import java.nio.file.Path;

/// Looks for viruses in a file before it is kept.
public interface AttachmentScanner {

  /// Called on a thread of its own and interrupted when it takes too long.
  ///
  /// @throws IOException if the scanner cannot tell; the file is then not taken
  Verdict scan(Path file) throws IOException, InterruptedException;

  enum Verdict {
    NOTHING_FOUND, INFECTED
  }
}
