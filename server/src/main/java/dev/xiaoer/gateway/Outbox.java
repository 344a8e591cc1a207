package dev.xiaoer.gateway;

import dev.xiaoer.hub.Subscriber;
import dev.xiaoer.protocol.CloseReason;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What a socket is still to be sent, in order. Whoever adds to an idle outbox writes; nobody waits. A socket that does
/// not read fast enough is closed: nothing is lost, it comes back and resumes.
///
/// Any thread may add; the lock is held for queueing only, never while writing.
final class Outbox implements Subscriber {

  private static final int MOST_FRAMES = 256;
  private static final int MOST_CHARACTERS = 2 << 20;

  private final Wire wire;
  private final ArrayDeque<String> frames = new ArrayDeque<>(4);
  private int characters;
  private boolean writing;
  private boolean closed;
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
    write();
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

  private synchronized boolean isClosed() {
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

  void close(CloseReason reason) {
    CompletableFuture<Void> waiting;
    synchronized (this) {
      closed = true;
      frames.clear();
      characters = 0;
      waiting = waitingForRoom;
      waitingForRoom = null;
    }
    wire.close(reason);
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  /// Writes until there is nothing left, or goes on from the callback of the frame that takes its time.
  private void write() {
    for (String frame = next(); frame != null; frame = next()) {
      var first = new AtomicBoolean(true);
      wire.send(frame, written -> {
        if (!written) {
          close(CloseReason.TOO_SLOW);
        } else if (!first.getAndSet(false)) {
          write();
        }
      });
      if (first.getAndSet(false)) {
        return; // not written yet: its callback comes second and goes on
      }
    }
  }

  private @Nullable String next() {
    String frame;
    CompletableFuture<Void> waiting = null;
    synchronized (this) {
      frame = frames.poll();
      if (frame == null) {
        writing = false;
      } else {
        characters -= frame.length();
      }
      if (waitingForRoom != null && isNearlyEmpty()) {
        waiting = waitingForRoom;
        waitingForRoom = null;
      }
    }
    if (waiting != null) {
      waiting.complete(null);
    }
    return frame;
  }
}
