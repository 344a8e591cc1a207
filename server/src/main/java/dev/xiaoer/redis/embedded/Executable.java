package dev.xiaoer.redis.embedded;

import dev.xiaoer.redis.embedded.EmbeddedRedisException.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/// A `redis-server` that runs on this machine.
record Executable(Path file, Version version) {
  private static final Logger log = LoggerFactory.getLogger(Executable.class);
  private static final String NAME = "redis-server";
  private static final String INSTALL = "Install redis-server 6.2 or newer, or point spring.data.redis.host (or .url, .sentinel, .cluster) at a Redis that runs elsewhere.";

  /// @param wish as in [EmbeddedRedisSettings#server()]
  /// @param unpackTo where the one from the jar is put
  static Executable choose(String wish, Path unpackTo) {
    return switch (wish) {
      case "auto" -> newest(onPath(), inJar(unpackTo));
      case "embedded" -> required(inJar(unpackTo), "this jar holds no redis-server for this machine");
      case "path" -> required(onPath(), "there is no redis-server on the PATH");
      default -> required(asked(Path.of(wish)), "desk.redis.server=" + wish + " cannot be run");
    };
  }

  private static Executable newest(@Nullable Executable onPath, @Nullable Executable inJar) {
    return Stream.of(onPath, inJar).filter(Objects::nonNull)
        .max((one, other) -> one.version().compareTo(other.version()))
        .orElseThrow(() -> new EmbeddedRedisException(Problem.NO_SERVER,
            "there is no redis-server for this machine, neither in the jar nor on the PATH", INSTALL));
  }

  private static Executable required(@Nullable Executable found, String otherwise) {
    if (found == null) {
      throw new EmbeddedRedisException(Problem.NO_SERVER, otherwise, INSTALL);
    }
    return found;
  }

  private static @Nullable Executable onPath() {
    String path = System.getenv("PATH");
    return path == null
        ? null
        : Arrays.stream(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder, NAME)).filter(Files::isExecutable).map(Executable::asked)
            .filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static @Nullable Executable inJar(Path unpackTo) {
    try {
      Files.createDirectories(unpackTo);
      return asked(ExecutableProvider.newJarResourceProvider(unpackTo.toFile()).get().toPath());
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /// What the file itself says it is; null when it does not run here.
  private static @Nullable Executable asked(Path file) {
    try {
      Process process = new ProcessBuilder(file.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(10, TimeUnit.SECONDS) ? new Executable(file, Version.parse(said)) : null;
    } catch (IOException | IllegalArgumentException e) {
      // a missing library, say: the one in the jar needs OpenSSL 3 on Linux
      log.warn("{} does not run here: {}", file, e.getMessage());
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
