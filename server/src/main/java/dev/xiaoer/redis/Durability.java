package dev.xiaoer.redis;

/// What an acknowledged message has survived: the classes of the delivery contract, section 8.
public enum Durability {
  /// It is on the disk of one server (`appendfsync always`).
  STANDALONE,
  /// As standalone, and `wait-replicas` replicas have it besides.
  REPLICATED,
  /// It is on disk within a second: a power cut loses what was acknowledged in the last one. Chosen, never fallen into.
  RELAXED
}
