package dev.xiaoer.timers;

import java.util.concurrent.CompletionStage;

/// Arms and cancels what is to happen at a time. What must be armed together with a change of the desk is armed by the
/// script that makes the change: `arm_timer` and `cancel_timer` of the prelude `/dev/xiaoer/timers/desk`.
public interface Timers {

  /// One of this kind and subject that was armed before is replaced.
  CompletionStage<Void> arm(String desk, Timer timer);

  /// One that is happening at this moment may still happen.
  CompletionStage<Void> cancel(String desk, String kind, String subject);
}
