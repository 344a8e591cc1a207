package dev.xiaoer.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Scripts that only a test needs.
final class TestScripts {
  private TestScripts() {}

  static Script script(String name, String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Script(name, text, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Keeps Redis from doing anything else for a while.
  static Script busyFor(int seconds) {
    return script("busy", """
        local start = redis.call('TIME')
        repeat
          local now = redis.call('TIME')
          local passed = (now[1] - start[1]) * 1000000 + now[2] - start[2]
        until passed > %d
        return 1
        """.formatted(seconds * 1_000_000));
  }
}
