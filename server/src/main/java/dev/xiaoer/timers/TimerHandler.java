package dev.xiaoer.timers;

import java.util.concurrent.CompletionStage;

/// Does what is due, for one kind of timers.
public interface TimerHandler {

  /// A word that is nobody else's.
  String kind();

  /// It is due. When the stage completes it is over; when it fails, or the node dies before, it is due again. So
  /// what it does is one step that asks `timer_is_due` and cancels the timer, or one that finds done what is done.
  CompletionStage<Void> due(String desk, Timer timer);
}
