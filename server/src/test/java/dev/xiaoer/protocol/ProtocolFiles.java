package dev.xiaoer.protocol;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the files lie that are made from the records, and how they are kept true.
final class ProtocolFiles {

  private ProtocolFiles() {}

  static Path sources() {
    return server().resolve("src/main/java/dev/xiaoer/protocol");
  }

  static Path typescript() {
    return server().resolveSibling("web-console").resolve("src/protocol/frames.ts");
  }

  static Path document() {
    return server().resolveSibling("docs").resolve("protocol.md");
  }

  /// Compares a file with what it should be; with `-Dprotocol.write=true` writes it instead.
  static void keepTrue(Path file, String wanted) throws IOException {
    if (Boolean.getBoolean("protocol.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, wanted);
    }
    String present = Files.exists(file) ? Files.readString(file) : "";
    if (!present.equals(wanted)) {
      fail(file.getFileName() + " no longer says what the records say: run this test with -Dprotocol.write=true");
    }
  }

  /// Surefire names the module's folder; an IDE starts in it.
  private static Path server() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  }
}
