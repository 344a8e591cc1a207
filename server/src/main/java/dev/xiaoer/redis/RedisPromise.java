package dev.xiaoer.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one server says of itself.
///
/// @param replicas how many follow it and are in step
/// @param kept null when it does not tell
record RedisPromise(String version, int replicas, @Nullable Kept kept) {
  private static final Pattern VERSION = Pattern.compile("redis_version:(\\S+)");
  private static final Pattern REPLICA = Pattern.compile("^slave\\d+:.*state=online", Pattern.MULTILINE);

  /// How it keeps what it is given, in the words of its own settings.
  record Kept(String appendOnly, String fsync, String eviction) {}

  /// @param info what INFO says about the server and its replication
  static RedisPromise of(String info, @Nullable Kept kept) {
    Matcher version = VERSION.matcher(info);
    int replicas = (int) REPLICA.matcher(info).results().count();
    return new RedisPromise(version.find() ? version.group(1) : "0", replicas, kept);
  }

  int major() {
    return Integer.parseInt(version.split("\\.")[0]);
  }

  @Override
  public String toString() {
    String keeps = kept == null
        ? "settings not told"
        : "appendonly " + kept.appendOnly + ", appendfsync " + kept.fsync + ", maxmemory-policy " + kept.eviction;
    return "Redis " + version + ": " + keeps + ", replicas " + replicas;
  }
}
