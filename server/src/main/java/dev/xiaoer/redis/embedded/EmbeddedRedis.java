package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Redis inside: holds its data folder, runs one server on it and starts it again should it die.
///
/// With `appendfsync always` a server whose disk is full ends itself rather than acknowledge what it cannot keep;
/// that too is mended by starting it again, once there is room.
public final class EmbeddedRedis implements AutoCloseable {
  static final String ADDRESS = "address";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final int PORT_TRIES = 5;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final EmbeddedRedisSettings settings;
  private final DataFolder folder;
  private final Executable executable;
  private final String password;
  private final ScheduledExecutorService guard = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("embedded-redis").factory());
  private int port;
  private ServerProcess server;
  private long pauseMillis = FIRST_PAUSE_MILLIS;
  private boolean stopping;
  private volatile @Nullable String trouble;

  private EmbeddedRedis(EmbeddedRedisSettings settings, DataFolder folder, SecureRandom random) {
    this.settings = settings;
    this.folder = folder;
    this.password = password(random);
    this.executable = Executable.choose(settings.server(), folder.resolve("bin"));
    folder.checkReadableBy(executable.version());
    new Predecessor(folder).end();
    this.server = firstStart();
    log.info("embedded Redis {} ({}) answers on 127.0.0.1:{}; its data lies in {}", executable.version(),
        executable.file(), port, folder.path());
    watch();
  }

  /// Starts a server and returns when it has read its data and answers.
  ///
  /// @param random where its password comes from
  /// @throws EmbeddedRedisException with what is in the way and what to do about it
  public static EmbeddedRedis start(EmbeddedRedisSettings settings, SecureRandom random) {
    DataFolder folder = DataFolder.hold(settings.data());
    try {
      return new EmbeddedRedis(settings, folder, random);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// A free port may be taken by somebody else before the server has it; then another one is tried.
  private ServerProcess firstStart() {
    for (int tries = 1;; tries++) {
      port = settings.port() == 0 ? freePort() : settings.port();
      try {
        return launch();
      } catch (EmbeddedRedisException e) {
        if (settings.port() != 0 || e.problem() != Problem.PORT_TAKEN || tries == PORT_TRIES) {
          throw e;
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedRedisException(Problem.FAILED, "no free port: " + e.getMessage(), "Set desk.redis.port.", e);
    }
  }

  private ServerProcess launch() {
    folder.checkSpace();
    folder.write(ADDRESS, port + "\n" + password + "\n");
    ServerLog said = ServerLog.from(folder.resolve("redis.log"));
    try {
      return launch(said, false);
    } catch (EmbeddedRedisException e) {
      if (e.problem() == Problem.TAIL_TORN) {
        return mend(said);
      }
      throw e;
    }
  }

  private ServerProcess launch(ServerLog said, boolean mendTail) {
    ServerConf conf = new ServerConf(folder, executable.version(), port, password, settings, mendTail);
    folder.write("redis.conf", conf.text());
    return ServerProcess.start(executable, folder, port, password, said);
  }

  private ServerProcess mend(ServerLog said) {
    TornTail tail = TornTail.of(folder, said.fileRead(folder));
    ServerProcess mended = launch(ServerLog.from(folder.resolve("redis.log")), true);
    if (!tail.isExplained()) {
      mended.stop();
      throw tail.undo(said, port);
    }
    return mended;
  }

  private void watch() {
    var _ = server.onExit().thenAcceptAsync(ended -> died(ended.exitValue()), guard);
  }

  private synchronized void died(int exit) {
    if (!stopping) {
      trouble = "the embedded Redis ended with " + exit + " and is started again";
      log.error("the embedded Redis ended by itself with {}; starting it again", exit);
      restartLater();
    }
  }

  private void restartLater() {
    var _ = guard.schedule(this::restart, pauseMillis, TimeUnit.MILLISECONDS);
    pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
  }

  private synchronized void restart() {
    if (stopping) {
      return;
    }
    try {
      server = launch();
    } catch (EmbeddedRedisException e) {
      trouble = e.getMessage() + " " + e.action();
      log.error("{}. {}", e.getMessage(), e.action());
      restartLater();
      return;
    }
    trouble = null;
    log.warn("the embedded Redis is back");
    var _ = guard.schedule(this::forgetPauses, LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    watch();
  }

  private synchronized void forgetPauses() {
    if (trouble == null) {
      pauseMillis = FIRST_PAUSE_MILLIS;
    }
  }

  public int port() {
    return port;
  }

  public String password() {
    return password;
  }

  /// Why it does not run at present, and what to do; null while it runs.
  public @Nullable String trouble() {
    return trouble;
  }

  long pid() {
    return server.pid();
  }

  @Override
  public void close() {
    synchronized (this) {
      stopping = true;
      guard.shutdownNow();
      server.stop();
    }
    folder.close();
    log.info("embedded Redis stopped; its data stays in {}", folder.path());
  }
}
