package dev.xiaoer.routing;

/// What a waiting buyer was told of the own place.
///
/// @param position 0 where the buyer need not stay
/// @param attended whether anybody is on duty
record Told(int position, boolean attended) {

  /// Of what is left of the way, so much is no news.
  private static final int PARTS = 20;

  boolean stillHolds(Told now) {
    return attended == now.attended && position > 0 == now.position > 0
        && Math.abs(position - now.position) * PARTS < Math.max(position, 1);
  }
}
