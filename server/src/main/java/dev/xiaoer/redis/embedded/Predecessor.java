package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A `redis-server` that outlived the desk which started it (kill -9). It is ended before another one may open its files:
/// Redis itself would let two servers write the same log.
record Predecessor(DataFolder folder) {
  private static final Logger log = LoggerFactory.getLogger(Predecessor.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int ENDS_WITHIN_SECONDS = 30;

  void end() {
    for (ProcessHandle server : alive()) {
      log.warn("ending the redis-server {} that an earlier desk left behind on {}", server.pid(), folder.path());
      // SIGTERM lets it finish and sync what it has; one that is stopped or hangs has synced all it ever answered.
      server.destroy();
      if (!hasEnded(server)) {
        server.destroyForcibly();
        if (!hasEnded(server)) {
          throw new EmbeddedRedisException(Problem.FOLDER_IN_USE,
              "the redis-server " + server.pid() + " still runs on the data folder " + folder.path(),
              "End that process, then start again.");
        }
      }
    }
    refuseUnseen();
  }

  private static boolean hasEnded(ProcessHandle server) {
    try {
      server.onExit().get(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// By the folder a process works in, where the system shows it; by the number it left behind elsewhere.
  private List<ProcessHandle> alive() {
    Stream<ProcessHandle> found = Files.isDirectory(Path.of("/proc/self"))
        ? ProcessHandle.allProcesses().filter(this::worksHere)
        : remembered().filter(handle -> handle.info().command().orElse("").contains("redis-server"));
    return found.filter(ProcessHandle::isAlive).filter(handle -> handle.pid() != ProcessHandle.current().pid())
        .toList();
  }

  private boolean worksHere(ProcessHandle handle) {
    try {
      Path process = Path.of("/proc", Long.toString(handle.pid()));
      return Files.readSymbolicLink(process.resolve("cwd")).equals(folder.path())
          && Files.readString(process.resolve("comm")).startsWith("redis-server");
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  private Stream<ProcessHandle> remembered() {
    try {
      return ProcessHandle.of(Long.parseLong(folder.read("redis.pid").strip())).stream();
    } catch (NumberFormatException e) {
      return Stream.empty();
    }
  }

  /// Somebody answers at the old port to the old password: a server that cannot be seen, in another container perhaps.
  private void refuseUnseen() {
    List<String> lines = folder.read(EmbeddedRedis.ADDRESS).lines().toList();
    if (lines.size() != 2) {
      return;
    }
    try (Wire wire = Wire.open(Integer.parseInt(lines.getFirst()), lines.getLast(), PATIENCE)) {
      if (wire.say("PING").equals("PONG")) {
        wire.say("SHUTDOWN");
      }
    } catch (IOException | NumberFormatException e) {
      log.debug("nobody is left on the old port", e);
    }
  }
}
