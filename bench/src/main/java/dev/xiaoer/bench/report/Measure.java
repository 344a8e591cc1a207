package dev.xiaoer.bench.report;

import java.util.Locale;

/// The names of what is measured, as they stand in the JSON. Spelled here and nowhere else.
public final class Measure {

  public static final String FIRST_SECONDS_P99 = "start/first-seconds/delivery-p99-ms";
  public static final String START = "start/ready-s";
  public static final String IDLE_RESIDENT = "idle/resident-kb-per-socket";
  public static final String IDLE_HEAP = "idle/heap-kb-per-socket";
  /// In Redis, of 200 bytes, 10,000 of them in 100 open conversations.
  public static final String KEPT = "kept/redis-bytes-per-message";
  public static final String STORM = "storm/all-back-s";

  private Measure() {}

  /// A load at saturation: buyers × agents, and what Redis promises.
  public record Shape(int buyers, int agents, String fsync) {
    @Override
    public String toString() {
      return buyers + "x" + agents + "/" + fsync;
    }
  }

  public static String throughput(Shape shape) {
    return "saturation/" + shape + "/per-second";
  }

  public static String serverCpu(Shape shape) {
    return "saturation/" + shape + "/server-cpu-us";
  }

  public static String redisCpu(Shape shape) {
    return "saturation/" + shape + "/redis-cpu-us";
  }

  public static String redisBytes(Shape shape) {
    return "saturation/" + shape + "/redis-bytes";
  }

  /// @param answer `delivery` or `ack`
  public static String latency(int perSecond, String answer, int percentile) {
    return "rate/%d/%s-p%d-ms".formatted(perSecond, answer, percentile).toLowerCase(Locale.ROOT);
  }

  public static String carried(int perSecond) {
    return "rate/" + perSecond + "/carried-per-second";
  }

  public static String missing(int perSecond) {
    return "rate/" + perSecond + "/missing";
  }

  public static String repeated(int perSecond) {
    return "rate/" + perSecond + "/repeated";
  }

  /// @param waiting how many buyers did
  public static String routing(int waiting, String what) {
    return "routing/" + waiting + "/" + what;
  }
}
