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

  private final Door<C, V> door;
  private final Connection connection;
  private final @Nullable String address;
  private final StrictJson json;
  private final Visits visits;
  private final Allowance allowance;
  private final BadFrames badFrames;
  private final Pieces pieces = new Pieces();
  private boolean asking;
  private volatile @Nullable V visitor;
  private boolean ended;

  /// @param address where it comes from; it counts at a door that is public
  Visit(Door<C, V> door, Connection connection, String address, StrictJson json, Visits visits,
      SocketSettings settings) {
    this.door = door;
    this.connection = connection;
    this.address = door.isPublic() ? address : null;
    this.json = json;
    this.visits = visits;
    this.allowance = visits.allowance(settings);
    this.badFrames = visits.badFrames();
  }

  Connection connection() {
    return connection;
  }

  @Nullable
  String address() {
    return address;
  }

  boolean isAdmitted() {
    return visitor != null;
  }

  /// A piece of a text message.
  void hear(String piece, boolean last) {
    if (connection.isClosed()) {
      return; // said before it heard that it was sent away
    }
    CloseReason wrong = pieces.add(piece, last);
    if (wrong != null) {
      dismiss(wrong);
    } else if (last) {
      read(pieces.take());
    }
  }

  /// What is sent is not text.
  void hearBytes() {
    dismiss(CloseReason.BAD_FRAME);
  }

  private void read(String text) {
    switch (json.read(door.reads(), text)) {
      case StrictJson.Decoded.Good<C>(C command) -> obey(command);
      case StrictJson.Decoded.Bad<C>(Refusal code, String field) -> refuse(code, text);
    }
  }

  private void refuse(Refusal code, String text) {
    if (visitor == null) {
      dismiss(CloseReason.UNAUTHENTICATED);
      return;
    }
    connection.refuse(json.refOf(text), code);
    if (badFrames.isLast()) {
      dismiss(CloseReason.BAD_FRAME);
    }
  }

  /// Sends it away: what it says from now on is not heard.
  void dismiss(CloseReason reason) {
    connection.close(reason);
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
      dismiss(CloseReason.UNAUTHENTICATED); // it did not wait for its welcome
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
      // Inside, so that nobody is seen to leave before having come in: such an agent would be here for ever.
      door.enter(connection, found);
    }
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
