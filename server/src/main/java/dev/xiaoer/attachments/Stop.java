package dev.xiaoer.attachments;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Lets one thread ask a copy on another thread to give up. `now` may be called by any thread, the rest by the copying one.
final class Stop {

  private boolean stopped;
  private @Nullable Runnable abort;

  synchronized void now() {
    stopped = true;
    if (abort != null) {
      abort.run();
    }
  }

  /// @param abort what ends the step that begins now, from any thread; null when it is over
  synchronized void willAbort(@Nullable Runnable abort) {
    this.abort = abort;
  }

  synchronized void check() throws IOException {
    if (stopped) {
      throw new IOException("out of time");
    }
  }
}
