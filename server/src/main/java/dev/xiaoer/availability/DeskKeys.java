package dev.xiaoer.availability;

/// What routing must change in one step lies under the desk's tag; the scripts make the keys from this prefix.
public final class DeskKeys {

  /// The functions the desk's scripts share, for [dev.xiaoer.redis.Script#of].
  public static final String PRELUDE = "/dev/xiaoer/availability/seats";

  private DeskKeys() {}

  public static String prefix(String desk) {
    return "{d:" + desk + "}";
  }
}
