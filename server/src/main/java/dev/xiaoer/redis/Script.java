package dev.xiaoer.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One atomic step in Redis: a Lua text that lies beside the class that runs it, and the name Redis knows it by.
///
/// @param name the file's name without its ending
/// @param sha1 what EVALSHA asks for
public record Script(String name, String text, String sha1) {

  /// Reads `<name>.lua` from the package of its owner.
  public static Script of(Class<?> owner, String name) {
    try (InputStream file = owner.getResourceAsStream(name + ".lua")) {
      if (file == null) {
        throw new IllegalArgumentException("no script " + name + ".lua beside " + owner.getName());
      }
      byte[] text = file.readAllBytes();
      String sha1 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
      return new Script(name, new String(text, StandardCharsets.UTF_8), sha1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
