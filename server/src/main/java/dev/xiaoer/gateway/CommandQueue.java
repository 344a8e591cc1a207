package dev.xiaoer.gateway;

import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The commands of one socket, one at a time and in their order. If it is not known what came of one, nothing behind it
/// is carried out until the client sends that one again; else the second message could overtake the first.
final class CommandQueue {

  private static final int MOST = 32;

  private final Consumer<Frame> answers;
  private final Refusals refusals;
  private final ArrayDeque<Job> jobs = new ArrayDeque<>(2);
  private boolean running;
  private @Nullable Ref unsettled;

  CommandQueue(Consumer<Frame> answers, Refusals refusals) {
    this.answers = answers;
    this.refusals = refusals;
  }

  private record Job(Ref ref, Supplier<CompletionStage<Frame>> work) {}

  /// @param work must not fail; its answer is sent
  /// @return false when the client does not wait for replies: the socket should go
  boolean add(Ref ref, Supplier<CompletionStage<Frame>> work) {
    synchronized (this) {
      if (jobs.size() >= MOST) {
        return false;
      }
      jobs.add(new Job(ref, work));
      if (running) {
        return true;
      }
      running = true;
    }
    runNext();
    return true;
  }

  private void runNext() {
    while (true) {
      Job job;
      boolean behind;
      synchronized (this) {
        job = jobs.poll();
        if (job == null) {
          running = false;
          return;
        }
        behind = unsettled != null && !unsettled.equals(job.ref());
        if (!behind) {
          unsettled = null;
        }
      }
      if (behind) {
        answers.accept(refusals.refused(job.ref(), Refusal.BEHIND));
        continue;
      }
      CompletionStage<Frame> answer = job.work().get();
      if (!answer.toCompletableFuture().isDone()) {
        answer.thenAccept(frame -> {
          settle(job.ref(), frame);
          runNext();
        });
        return;
      }
      settle(job.ref(), answer.toCompletableFuture().join());
    }
  }

  private void settle(Ref ref, Frame answer) {
    if (answer instanceof Frame.Refused refused && refused.retry()) {
      synchronized (this) {
        unsettled = ref;
      }
    }
    answers.accept(answer);
  }
}
