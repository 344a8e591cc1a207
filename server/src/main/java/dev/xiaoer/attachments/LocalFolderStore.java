package dev.xiaoer.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files in a folder outside of everything that is served. A file is written beside its place, synced and then moved, so
/// that a half-written one is never found.
final class LocalFolderStore implements AttachmentStore {

  private final Path folder;

  /// @param folder made private here
  LocalFolderStore(Path folder) {
    this.folder = folder;
    PrivateFiles.folder(folder);
  }

  @Override
  public void put(String id, InputStream content) throws IOException {
    Path place = place(id);
    Path shelf = shelf(id);
    PrivateFiles.folder(shelf);
    Path unfinished = place.resolveSibling(id + ".part");
    try (FileChannel file = FileChannel.open(unfinished,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PrivateFiles.fileAttributes())) {
      content.transferTo(Channels.newOutputStream(file));
      file.force(true);
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    PrivateFiles.sync(shelf);
  }

  @Override
  public @Nullable InputStream open(String id) throws IOException {
    try {
      return Files.newInputStream(place(id));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public void delete(String id) throws IOException {
    Files.deleteIfExists(place(id));
  }

  private Path place(String id) {
    return shelf(id).resolve(id);
  }

  /// Spread over folders, because one folder of a hundred thousand files is slow to list and to back up.
  private Path shelf(String id) {
    if (!AttachmentId.isId(id)) {
      throw new IllegalArgumentException("not the id of an attachment");
    }
    return folder.resolve(id.substring(0, 2));
  }
}
