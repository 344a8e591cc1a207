package dev.xiaoer.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Leaves of a server's files what a power cut leaves in the worst case: what was fsynced, and nothing behind it.
final class PowerCut {
  private static final Path SOURCE = Path.of("src/test/c/synced.c");

  private final Path library = compile();
  private final Path record;

  private PowerCut(Path record) {
    this.record = record;
  }

  static PowerCut recordedIn(Path folder) {
    return new PowerCut(folder.resolve("synced"));
  }

  /// A machine without a C compiler cannot run these tests, and says so.
  private static Path compile() {
    Path library = Path.of("target", "synced.so").toAbsolutePath();
    try {
      Process gcc = new ProcessBuilder("gcc", "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", library.toString(),
          SOURCE.toString()).inheritIO().start();
      if (gcc.waitFor() != 0) {
        throw new AssertionError(SOURCE + " does not compile");
      }
      return library;
    } catch (IOException e) {
      String missing = "POWER CUTS NOT TESTED on this machine, for want of gcc: " + e.getMessage();
      System.err.println("!!! " + missing);
      return Assumptions.abort(missing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "XIAOER_SYNCED", record.toString());
  }

  /// Cuts each file of the log back to what was synced of it; one that never was is emptied.
  ///
  /// @return how many bytes the disk had not got yet
  long cut(Path folder) {
    Map<Long, Long> synced = synced();
    long cut = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(PowerCut::isLog).toList()) {
        long inode = ((Number) Files.getAttribute(file, "unix:ino")).longValue();
        long kept = synced.getOrDefault(inode, 0L);
        cut = cut + Math.max(0, Files.size(file) - kept);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(kept);
        }
      }
      return cut;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLog(Path file) {
    return Files.isRegularFile(file) && file.getFileName().toString().endsWith(".aof");
  }

  private Map<Long, Long> synced() {
    try {
      List<String> lines = Files.exists(record) ? Files.readAllLines(record) : List.of();
      Map<Long, Long> synced = new HashMap<>();
      for (String line : lines) {
        String[] words = line.split(" ");
        synced.put(Long.parseLong(words[0]), Long.parseLong(words[1]));
      }
      return synced;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
