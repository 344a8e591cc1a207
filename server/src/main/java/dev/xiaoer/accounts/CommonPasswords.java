package dev.xiaoer.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What everybody tries first. Only what is long enough to be a password here needs to be listed; the rest are shapes:
/// one short piece over and over, a run of the alphabet or the keyboard, the own sign-in name.
final class CommonPasswords {

  private static final String RUNS = "abcdefghijklmnopqrstuvwxyz 01234567890123456789 98765432109876543210"
      + " qwertyuiopasdfghjklzxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p 1q2w3e4r5t6y7u8i9o0p";
  private static final int SHORTEST_NAME = 4;

  private final Set<String> listed;

  private CommonPasswords(Set<String> listed) {
    this.listed = listed;
  }

  static CommonPasswords load() {
    var file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new CommonPasswords(
          lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(String signInName, String password) {
    String tried = password.toLowerCase(Locale.ROOT).strip();
    String name = signInName.toLowerCase(Locale.ROOT).strip();
    return listed.contains(tried)
        || isRepeated(tried)
        || RUNS.contains(tried)
        || (name.length() >= SHORTEST_NAME && tried.contains(name));
  }

  /// `aaaaaaaaaaaa`, `abcabcabcabc`, `passwordpassword`
  private static boolean isRepeated(String tried) {
    for (int piece = 1; piece <= tried.length() / 2; piece++) {
      if (tried.startsWith(tried.substring(piece))) {
        return true;
      }
    }
    return false;
  }
}
