package dev.xiaoer.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only the desk's own user can read, where the file system knows of users.
final class PrivateFiles {

  private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  /// Makes the folder if it is missing; one that is open to others is closed to them.
  static void folder(Path folder) {
    try {
      if (!POSIX) {
        Files.createDirectories(folder);
        return;
      }
      var permissions = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(permissions));
      if (!Files.getPosixFilePermissions(folder).equals(permissions)) {
        Files.setPosixFilePermissions(folder, permissions);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the folder for attachments, " + folder.toAbsolutePath() + ", cannot be made; set desk.attachments.folder",
          e);
    }
  }

  static FileAttribute<?>[] fileAttributes() {
    return POSIX
        ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  /// Makes a rename in the folder outlive a power cut. Not every system lets a folder be opened; there it is the file
  /// system's affair.
  static void sync(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }
}
