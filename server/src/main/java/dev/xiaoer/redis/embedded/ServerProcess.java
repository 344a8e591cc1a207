package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of the server, from the start to its end.
final class ServerProcess {
  private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int SILENT_LOOKS = 1200;
  private static final int LOOK_MILLIS = 50;
  private static final int LOOKS_PER_NOTE = 100;
  private static final int ENDS_WITHIN_SECONDS = 60;
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /// Starts the server and returns when it has read its data and answers.
  static ServerProcess start(Executable executable, DataFolder folder, int port, String password, ServerLog said) {
    ServerProcess server = new ServerProcess(launch(executable, folder));
    try {
      server.await(folder, port, password, said);
      return server;
    } catch (RuntimeException e) {
      server.stop();
      throw e;
    }
  }

  private static Process launch(Executable executable, DataFolder folder) {
    List<String> command = new ArrayList<>();
    // Ctrl-C in a terminal goes to every process of the group: Redis would be gone while the desk still finishes.
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.add(executable.file().toAbsolutePath().toString());
    command.add(folder.resolve("redis.conf").toString());
    File out = folder.resolve("redis.log").toFile();
    try {
      return new ProcessBuilder(command).directory(folder.path().toFile()).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(out)).start();
    } catch (IOException e) {
      throw new EmbeddedRedisException(Problem.FAILED, "cannot run " + executable.file() + ": " + e.getMessage(),
          "Name another server by desk.redis.server=<file>.", e);
    }
  }

  private void await(DataFolder folder, int port, String password, ServerLog said) {
    int silent = 0;
    for (int looks = 1; !hasEnded(LOOK_MILLIS); looks++) {
      String answer = ping(port, password);
      if (answer.equals("PONG")) {
        return;
      }
      boolean loading = answer.startsWith("-LOADING");
      silent = loading ? 0 : silent + 1;
      if (loading && looks % LOOKS_PER_NOTE == 0) {
        log.info("the embedded Redis is reading its data from {}", folder.path());
      }
      if (answer.startsWith("-WRONGPASS") || answer.startsWith("-ERR AUTH")) {
        // the port answers, but not as our own server: somebody else was quicker
        throw said.explain(folder, port, "port " + port + " belongs to another Redis");
      }
      if (silent > SILENT_LOOKS) {
        throw said.explain(folder, port, "it does not answer");
      }
    }
    throw said.explain(folder, port, "it ended with " + process.exitValue());
  }

  private static String ping(int port, String password) {
    try (Wire wire = Wire.open(port, password, PATIENCE)) {
      return wire.say("PING");
    } catch (IOException e) {
      return "";
    }
  }

  private boolean hasEnded(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("told to stop while Redis starts", e);
    }
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /// Lets it finish; what hangs is killed after a minute, which loses nothing it ever answered.
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  long pid() {
    return process.pid();
  }
}
