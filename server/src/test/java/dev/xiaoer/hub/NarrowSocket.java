package dev.xiaoer.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A socket with the room of a real one, read as slowly as the agenda has it.
final class NarrowSocket implements Subscriber {

  private final Agenda agenda;
  private CompletableFuture<Void> room = new CompletableFuture<>();
  private final List<String> frames = new ArrayList<>();
  private int waiting;
  private int written;
  private int most;

  NarrowSocket(Agenda agenda) {
    this.agenda = agenda;
  }

  /// The most frames that ever waited.
  int most() {
    return most;
  }

  /// What it was sent, written or not.
  List<String> frames() {
    return frames;
  }

  int written() {
    return written;
  }

  @Override
  public boolean offer(String frame) {
    frames.add(frame);
    waiting++;
    most = Math.max(most, waiting);
    if (waiting == 1) {
      agenda.later(this::write);
    }
    return true;
  }

  private void write() {
    written++;
    waiting--;
    if (waiting > 0) {
      agenda.later(this::write);
    }
    if (waiting <= 64) {
      CompletableFuture<Void> waited = room;
      room = new CompletableFuture<>();
      waited.complete(null);
    }
  }

  @Override
  public void offerDroppable(String frame) {}

  @Override
  public CompletionStage<Void> room() {
    return waiting <= 128 ? CompletableFuture.completedStage(null) : room;
  }
}
