package dev.xiaoer.gateway;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.CloseReason;
import dev.xiaoer.protocol.Command;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One socket from its opening to its end: who is it, what does it say. Heard on the socket's thread, one piece at a
/// time; admitted on the thread that looked the visitor up.
final class Visit<C extends Command, V> {

  private static final int MOST_BAD_FRAMES = 10;

  private final Door<C, V> door;
  private final Connection connection;
  private final StrictJson json;
  private final Visits visits;
  private final Allowance allowance;
  private @Nullable StringBuilder pieces;
  private int badFrames;
  private boolean asking;
  private volatile @Nullable V visitor;
  private boolean ended;

  Visit(Door<C, V> door, Connection connection, StrictJson json, Visits visits, SocketSettings settings) {
    this.door = door;
    this.connection = connection;
    this.json = json;
    this.visits = visits;
    this.allowance = visits.allowance(settings);
  }

  Connection connection() {
    return connection;
  }

  boolean isAdmitted() {
    return visitor != null;
  }

  /// A piece of a text message.
  void hear(String piece, boolean last) {
    int before = pieces == null ? 0 : pieces.length();
    if (before + piece.length() > StrictJson.LONGEST_DOCUMENT) {
      connection.close(CloseReason.FRAME_TOO_LARGE);
      return;
    }
    if (!last) {
      pieces = pieces == null ? new StringBuilder(piece.length() * 2) : pieces;
      pieces.append(piece);
      return;
    }
    String text = pieces == null ? piece : pieces.append(piece).toString();
    pieces = null;
    switch (json.read(door.reads(), text)) {
      case StrictJson.Decoded.Good<C>(C command) -> obey(command);
      case StrictJson.Decoded.Bad<C>(Refusal code, String field) -> refuse(code);
    }
  }

  private void refuse(Refusal code) {
    if (visitor == null) {
      connection.close(CloseReason.UNAUTHENTICATED);
      return;
    }
    badFrames++;
    connection.refuse(null, code);
    if (badFrames >= MOST_BAD_FRAMES) {
      connection.close(CloseReason.BAD_FRAME);
    }
  }

  private void obey(C command) {
    V known = visitor;
    if (known == null) {
      admit(command);
    } else if (!allowance.take()) {
      overdone(command);
    } else {
      door.carryOut(connection, known, command);
    }
  }

  /// Said too fast: refused in its place in the order, so that what comes behind does not overtake it.
  private void overdone(C command) {
    if (command instanceof Command.Answered answered) {
      Ref ref = answered.ref();
      connection.answer(answered,
          () -> CompletableFuture.completedStage(connection.refused(ref, Refusal.TOO_MANY)));
    }
  }

  private void admit(C hello) {
    if (asking) {
      connection.close(CloseReason.UNAUTHENTICATED); // it did not wait for its welcome
      return;
    }
    asking = true;
    door.admit(hello).whenComplete((found, failure) -> {
      if (failure != null) {
        connection.close(CloseReason.COME_BACK);
      } else if (found == null) {
        connection.close(CloseReason.UNAUTHENTICATED);
      } else {
        enter(hello, found);
      }
    });
  }

  private void enter(C hello, V found) {
    if (!visits.hasRoomFor(door.limitedAs(found))) {
      connection.close(CloseReason.TOO_MANY);
      return;
    }
    synchronized (this) {
      if (ended) {
        visits.leaves(door.limitedAs(found));
        return;
      }
      connection.speak(door.language(hello));
      visitor = found;
    }
    door.enter(connection, found);
  }

  void end() {
    V known;
    synchronized (this) {
      ended = true;
      known = visitor;
    }
    connection.forget();
    if (known != null) {
      visits.leaves(door.limitedAs(known));
      door.left(connection, known);
    }
  }
}
