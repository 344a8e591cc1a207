package dev.xiaoer.gateway;

import dev.xiaoer.hub.Subscriber;
import dev.xiaoer.protocol.CloseReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What a socket is still to be sent, in order. Whoever adds to an idle outbox has its wire begin to write; nobody waits.
/// A socket that does not read fast enough is closed: nothing is lost, it comes back and resumes.
///
/// Any thread may add; the lock is held for queueing only, never while writing.
final class Outbox implements Subscriber {

  private static final int MOST_FRAMES = 256;
  private static final int MOST_CHARACTERS = 2 << 20;
  /// Frames that are written in one go, beyond those that wait.
  private static final int BATCH = 32;

  private final Wire wire;
  private final ArrayDeque<String> frames = new ArrayDeque<>(4);
  private int characters;
  private boolean writing;
  private boolean closed;
  /// Closes the wire when the last frame is written; null when that is not owed.
  private @Nullable CloseReason closesWith;
  private @Nullable CompletableFuture<Void> waitingForRoom;

  Outbox(Wire wire) {
    this.wire = wire;
  }

  @Override
  public boolean offer(String frame) {
    synchronized (this) {
      if (closed) {
        return false;
      }
      if (frames.size() < MOST_FRAMES && characters + frame.length() <= MOST_CHARACTERS) {
        frames.add(frame);
        characters += frame.length();
        if (writing) {
          return true;
        }
        writing = true;
      } else {
        closed = true;
      }
    }
    if (isClosed()) {
      close(CloseReason.TOO_SLOW);
      return false;
    }
    wire.write(this::next, () -> close(CloseReason.TOO_SLOW));
    return true;
  }

  @Override
  public void offerDroppable(String frame) {
    if (hasRoom()) {
      offer(frame);
    }
  }

  private synchronized boolean hasRoom() {
    return frames.size() <= MOST_FRAMES / 2 && characters <= MOST_CHARACTERS / 2;
  }

  /// Later than [#hasRoom]: whoever has waited finds room for more than one frame.
  private synchronized boolean isNearlyEmpty() {
    return frames.size() <= MOST_FRAMES / 4 && characters <= MOST_CHARACTERS / 4;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized CompletionStage<Void> room() {
    if (closed || hasRoom()) {
      return CompletableFuture.completedStage(null);
    }
    if (waitingForRoom == null) {
      waitingForRoom = new CompletableFuture<>();
    }
    return waitingForRoom;
  }

  /// Takes nothing more. What waits is still written, unless it is for that that the socket is closed.
  void close(CloseReason reason) {
    CompletableFuture<Void> waiting;
    boolean isOwed;
    synchronized (this) {
      closed = true;
      isOwed = writing && reason != CloseReason.TOO_SLOW;
      if (isOwed) {
        closesWith = reason;
      } else {
        frames.clear();
        characters = 0;
      }
      waiting = waitingForRoom;
      waitingForRoom = null;
    }
    if (!isOwed) {
      wire.close(reason);
    }
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  /// The next frames to write; when there are none, the outbox is idle again.
  private List<String> next() {
    var batch = new ArrayList<String>(2);
    CompletableFuture<Void> waiting = null;
    CloseReason end = null;
    synchronized (this) {
      while (batch.size() < BATCH && !frames.isEmpty()) {
        String frame = frames.remove();
        characters -= frame.length();
        batch.add(frame);
      }
      if (batch.isEmpty()) {
        writing = false;
        end = closesWith;
        closesWith = null;
      }
      if (waitingForRoom != null && isNearlyEmpty()) {
        waiting = waitingForRoom;
        waitingForRoom = null;
      }
    }
    if (end != null) {
      wire.close(end);
    }
    if (waiting != null) {
      waiting.complete(null);
    }
    return batch;
  }
}
