package dev.xiaoer.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Everything that is on its way, done one by one in an order made of the seed. One thread, no clock.
final class Agenda {

  private final RandomGenerator chance;
  private final List<Runnable> due = new ArrayList<>();

  Agenda(RandomGenerator chance) {
    this.chance = chance;
  }

  void later(Runnable task) {
    due.add(task);
  }

  /// Asked some time from now, answered some time after that.
  <T> CompletionStage<T> answer(Supplier<T> question) {
    var answer = new CompletableFuture<T>();
    later(() -> {
      T said = question.get();
      later(() -> answer.complete(said));
    });
    return answer;
  }

  /// Does one of the things that are due.
  ///
  /// @return false when there is none
  boolean step() {
    if (due.isEmpty()) {
      return false;
    }
    int which = chance.nextInt(due.size());
    Runnable task = due.set(which, due.getLast());
    due.removeLast();
    task.run();
    return true;
  }

  /// Does everything, also what comes of it.
  void finish() {
    int steps = 0;
    while (step()) {
      if (++steps > 100_000) {
        throw new AssertionError("it never comes to rest");
      }
    }
  }
}
