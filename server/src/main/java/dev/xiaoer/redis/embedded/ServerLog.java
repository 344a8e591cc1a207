package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the server wrote since it was started: the only place where it says why it ended.
final class ServerLog {
  private static final int ENOUGH = 64 << 10;

  private static final Pattern FILE_READ = Pattern.compile("reading the append only file (\\S+\\.aof)");

  /// In the order they are looked for; the words are those of 6.2 and 7.
  private static final List<Symptom> SYMPTOMS = List.of(
      new Symptom(Problem.DISK_FULL, "No space left on device|Disk quota exceeded"),
      new Symptom(Problem.PORT_TAKEN, "Address already in use|Failed listening on port"),
      new Symptom(Problem.FOLDER_NOT_WRITABLE, "Permission denied|Read-only file system"),
      new Symptom(Problem.DATA_NEWER, "Can't handle RDB format version"),
      new Symptom(Problem.TAIL_TORN, "Unexpected end of file reading the append only file"),
      new Symptom(Problem.LOG_DAMAGED,
          "Bad file format reading|Unrecoverable error|Wrong signature trying to load DB"
              + "|Error reading the RDB preamble|Invalid AOF|RDB CRC error|Terminating server after rdb file reading failure"
              + "|The AOF file .* doesn't exist|Internal error in RDB reading"));

  private final Path file;
  private final long start;

  private ServerLog(Path file, long start) {
    this.file = file;
    this.start = start;
  }

  static ServerLog from(Path file) {
    return new ServerLog(file, Files.exists(file) ? file.toFile().length() : 0);
  }

  EmbeddedRedisException explain(DataFolder folder, int port, String otherwise) {
    String said = text();
    for (Symptom symptom : SYMPTOMS) {
      if (symptom.in(said)) {
        return exception(symptom.problem(), folder, port, said);
      }
    }
    return exception(Problem.FAILED, folder, port, otherwise + "\n" + said);
  }

  EmbeddedRedisException exception(Problem problem, DataFolder folder, int port, String said) {
    return switch (problem) {
      case PORT_TAKEN -> new EmbeddedRedisException(problem, "port " + port + " for the embedded Redis is taken",
          "Stop what listens there (ss -ltnp 'sport = :" + port
              + "'), or remove desk.redis.port to use any free port.");
      case DISK_FULL -> DataFolder.full(folder.path(), null);
      case TAIL_TORN, LOG_DAMAGED -> new EmbeddedRedisException(problem,
          "the append-only file in " + folder.path() + " is damaged in the middle: " + lastLines(said),
          """
              Nothing was deleted or changed. Copy the folder %s first. Then look at the damage:
                redis-check-aof %s
              With --fix it cuts the file at the damage: what was written after it is gone. A copy from a replica or a \
              backup is better; put it in the folder's place."""
              .formatted(folder.path(), appendOnlyFile(folder)));
      case DATA_NEWER -> new EmbeddedRedisException(problem,
          "the data in " + folder.path() + " was written by a newer redis-server than the one at hand",
          "Install that version on the PATH, or name it by desk.redis.server=<file>.");
      case FOLDER_NOT_WRITABLE -> new EmbeddedRedisException(problem,
          "the embedded Redis may not write its files in " + folder.path() + ": " + lastLines(said),
          "Give the user " + System.getProperty("user.name") + " the right to write every file in it (chown -R).");
      case FOLDER_IN_USE, NO_SERVER, FAILED -> new EmbeddedRedisException(Problem.FAILED,
          "the embedded Redis did not start: " + lastLines(said), "Its log " + file + " says more.");
    };
  }

  /// One file up to Redis 6.2; since 7 a folder of them, whose manifest the checker wants.
  private static Path appendOnlyFile(DataFolder folder) {
    Path manifest = folder.resolve("appendonlydir").resolve("appendonly.aof.manifest");
    return Files.exists(manifest) ? manifest : folder.resolve("appendonly.aof");
  }

  /// The file the server was reading when it gave up; up to 6.2 there is but one, and it is not named.
  Path fileRead(DataFolder folder) {
    Matcher named = FILE_READ.matcher(text());
    return named.find()
        ? folder.resolve("appendonlydir").resolve(named.group(1))
        : folder.resolve("appendonly.aof");
  }

  private static String lastLines(String said) {
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }

  private String text() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(Math.max(Math.min(start, log.length()), log.length() - ENOUGH));
      byte[] bytes = new byte[(int) (log.length() - log.getFilePointer())];
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  private record Symptom(Problem problem, Pattern words) {
    Symptom(Problem problem, String words) {
      this(problem, Pattern.compile(words));
    }

    boolean in(String said) {
      return words.matcher(said).find();
    }
  }
}
