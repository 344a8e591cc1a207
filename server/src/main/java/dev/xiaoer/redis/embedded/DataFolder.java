package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where everything the desk remembers lies. Held by one desk at a time and readable by its user only.
final class DataFolder implements AutoCloseable {
  /// Below this Redis would hardly come up before it had to stop again.
  private static final long LEAST_SPACE = 16L << 20;
  private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  static DataFolder hold(Path configured) {
    Path absolute = configured.toAbsolutePath().normalize();

    try {
      create(absolute);
      Path path = absolute.toRealPath();
      FileChannel channel = FileChannel.open(path.resolve("desk.lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw inUse(path);
      }
      return new DataFolder(path, channel, lock);
    } catch (IOException e) {
      throw problem(absolute, e);
    }
  }

  private static void create(Path path) throws IOException {
    Files.createDirectories(path);
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE));
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static EmbeddedRedisException inUse(Path path) {
    return new EmbeddedRedisException(Problem.FOLDER_IN_USE, "another desk is running on the data folder " + path,
        "Stop the other desk, or give this one its own folder by desk.redis.data. Two desks that shall share their"
            + " conversations need one Redis outside both: set spring.data.redis.host.");
  }

  static EmbeddedRedisException problem(Path path, IOException e) {
    if (String.valueOf(e.getMessage()).contains("No space left")) {
      return full(path, e);
    }
    return new EmbeddedRedisException(Problem.FOLDER_NOT_WRITABLE,
        "the data folder " + path + " cannot be written: " + e, "Give the user " + System.getProperty("user.name")
            + " the right to write it (chown, chmod 700), or choose another by desk.redis.data.",
        e);
  }

  static EmbeddedRedisException full(Path path, @Nullable Throwable cause) {
    return new EmbeddedRedisException(Problem.DISK_FULL,
        "the disk of the data folder " + path + " is full; nothing acknowledged was lost",
        "Make room on that disk and start again. Delete nothing inside the folder.", cause);
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  void checkSpace() {
    try {
      if (Files.getFileStore(path).getUsableSpace() < LEAST_SPACE) {
        throw full(path, null);
      }
    } catch (IOException e) {
      throw problem(path, e);
    }
  }

  /// Data of Redis 7 and newer lies in a folder that older servers pass over: they would start with nothing.
  void checkReadableBy(Version version) {
    if (!version.writesFolder() && Files.exists(path.resolve("appendonlydir"))) {
      throw new EmbeddedRedisException(Problem.DATA_NEWER,
          "the data in " + path + " was written by Redis 7 or newer, and only redis-server " + version + " is at hand",
          "Install redis-server 7 or newer on the PATH, or name one by desk.redis.server=<file>.");
    }
  }

  /// Writes a file that only this user can read, whole or not at all.
  void write(String name, String text) {
    Path draft = path.resolve(name + ".new");
    try {
      Files.deleteIfExists(draft);
      if (isPosix(path)) {
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      Files.writeString(draft, text);
      Files.move(draft, path.resolve(name), StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw problem(path, e);
    }
  }

  /// The text of a file, empty when it is not there.
  String read(String name) {
    try {
      Path file = path.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw problem(path, e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw problem(path, e);
    }
  }
}
