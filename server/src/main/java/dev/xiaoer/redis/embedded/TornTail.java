package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A log that ends in the middle of a command, as a power cut leaves it. Redis can cut such a tail off by itself, but
/// takes a damaged length in the middle for one too and would cut off everything behind it. So a copy is made before, and
/// a cut that no torn write explains is undone and refused.
final class TornTail {
  private static final Logger log = LoggerFactory.getLogger(TornTail.class);

  /// A torn write leaves one incomplete step; none that the desk takes is nearly as long.
  private static final long LONGEST_STEP = 256 << 10;

  private final DataFolder folder;
  private final Path file;
  private final Path copy;

  private TornTail(DataFolder folder, Path file, Path copy) {
    this.folder = folder;
    this.file = file;
    this.copy = copy;
  }

  /// Copies the file before Redis may cut it.
  static TornTail of(DataFolder folder, Path file) {
    Path copy = file.resolveSibling(file.getFileName() + ".before-mending");
    try {
      if (Files.getFileStore(file).getUsableSpace() < Files.size(file) * 2) {
        throw DataFolder.full(folder.path(), null);
      }
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      return new TornTail(folder, file, copy);
    } catch (IOException e) {
      throw DataFolder.problem(folder.path(), e);
    }
  }

  /// Looks at what Redis cut off.
  ///
  /// @return whether a torn write explains it
  boolean isExplained() {
    try {
      long cut = Files.size(copy) - Files.size(file);
      log.warn("{} bytes at the end of {} were an incomplete write and have been cut off; {} is what was there before",
          cut, file, copy);
      return cut <= LONGEST_STEP;
    } catch (IOException e) {
      throw DataFolder.problem(folder.path(), e);
    }
  }

  /// Puts the file back as it was; called when no server runs.
  EmbeddedRedisException undo(ServerLog said, int port) {
    try {
      Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      return DataFolder.problem(folder.path(), e);
    }
    return said.exception(Problem.LOG_DAMAGED, folder, port, "far more than one write cannot be read in " + file);
  }
}
