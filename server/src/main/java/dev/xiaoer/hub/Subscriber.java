package dev.xiaoer.hub;

import java.util.concurrent.CompletionStage;

/// Somebody who hears: one socket. Never waited for.
public interface Subscriber {

  /// Takes a frame for sending.
  ///
  /// @return false when there is no room for it any more: the subscriber is on its way out and hears nothing further
  boolean offer(String frame);

  /// Takes a frame that may be dropped when there is little room: signals.
  void offerDroppable(String frame);

  /// Completes when there is room for another page.
  CompletionStage<Void> room();
}
