package dev.xiaoer.redis.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of a `redis-server`.
record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern SAID = Pattern.compile("v=(\\d+)\\.(\\d+)\\.(\\d+)");

  /// Reads what `redis-server --version` says.
  static Version parse(String said) {
    Matcher match = SAID.matcher(said);
    if (!match.find()) {
      throw new IllegalArgumentException("not the version of a redis-server: " + said);
    }
    return new Version(number(match, 1), number(match, 2), number(match, 3));
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /// Since 7 the append-only file is several files in a folder, which older servers do not see.
  boolean writesFolder() {
    return major >= 7;
  }

  @Override
  public int compareTo(Version other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
