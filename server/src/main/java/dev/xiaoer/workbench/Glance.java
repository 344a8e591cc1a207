package dev.xiaoer.workbench;

import org.jspecify.annotations.Nullable;

/// A conversation seen in passing.
///
/// @param openedAt in ms
/// @param closedAt in ms; null while it is open
/// @param lastText what people said last, masked and cut; null when that was no text
public record Glance(long openedAt, @Nullable Long closedAt, @Nullable String lastText) {

  /// Of a conversation that nothing is known of.
  static final Glance NONE = new Glance(0, null, null);
}
