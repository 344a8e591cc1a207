package dev.xiaoer.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One atomic step in Redis: a Lua text that lies beside the class that runs it, and the name Redis knows it by.
///
/// @param name the file's name without its ending
/// @param sha1 what EVALSHA asks for
public record Script(String name, String text, String sha1) {

  private static final Pattern INCLUDE = Pattern.compile("-- @include (\\S+)\\n");

  /// Reads `<name>.lua` from the package of its owner.
  ///
  /// @param preludes names of texts beside it whose functions the script uses; they come first. A text that begins with
  ///   `-- @include <name>` has that one in front of it; each comes once
  public static Script of(Class<?> owner, String name, String... preludes) {
    var texts = new LinkedHashMap<String, String>();
    for (String prelude : preludes) {
      add(texts, owner, prelude);
    }
    add(texts, owner, name);
    String text = String.join("\n", texts.values());
    return new Script(name, text, sha1(text));
  }

  private static void add(Map<String, String> texts, Class<?> owner, String name) {
    String text = read(owner, name);
    Matcher first = INCLUDE.matcher(text);
    if (first.lookingAt()) {
      add(texts, owner, first.group(1));
    }
    texts.putIfAbsent(name, text);
  }

  private static String read(Class<?> owner, String name) {
    try (InputStream file = owner.getResourceAsStream(name + ".lua")) {
      if (file == null) {
        throw new IllegalArgumentException("no script " + name + ".lua beside " + owner.getName());
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
