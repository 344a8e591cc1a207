package dev.xiaoer.hub;

import dev.xiaoer.check.Fact;
import dev.xiaoer.check.History;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Position;
import dev.xiaoer.protocol.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One topic on one screen, as a client keeps it: over reconnects, each of which is another [Socket].
final class Screen {

  private static final StrictJson JSON = new StrictJson();

  private final String name;
  private final Topic topic;
  private final History history;
  private final List<Frame.ResyncReason> resyncs = new ArrayList<>();
  private @Nullable Position position;
  private boolean limited;
  private boolean live;
  private int sockets;
  private @Nullable Socket socket;

  Screen(String name, Topic topic, History history) {
    this.name = name;
    this.topic = topic;
    this.history = history;
  }

  String name() {
    return name;
  }

  Topic topic() {
    return topic;
  }

  @Nullable
  Position position() {
    return position;
  }

  /// Whether it was told that it is followed.
  boolean isLive() {
    return live;
  }

  boolean isLimited() {
    return limited;
  }

  List<Frame.ResyncReason> resyncs() {
    return resyncs;
  }

  /// What was sent to an earlier socket is not heard any more.
  Socket connect(Agenda agenda, RandomGenerator chance) {
    socket = new Socket(++sockets, agenda, chance);
    live = false;
    return socket;
  }

  void disconnect() {
    socket = null;
    live = false;
  }

  private void hear(Frame frame) {
    switch (frame) {
      case Frame.Logged event -> {
        Position before = position;
        if (before != null && event.seq() > before.seq() + 1) {
          dropAll(); // the log begins later: the followed that comes has to say so
          limited = true;
          live = false;
        }
        position = new Position(event.seq(), event.id());
        history.add(at -> new Fact.Display(at, name, topic.name(), event.seq(), event.id()));
      }
      case Frame.Resync resync -> {
        resyncs.add(resync.reason());
        position = null;
        live = false;
        dropAll();
      }
      case Frame.Followed followed -> {
        if (limited && !followed.limited()) {
          throw new AssertionError(name + " has a hole and was not told of it: " + followed);
        }
        limited = followed.limited();
        live = true;
      }
      default -> throw new AssertionError("not for a screen: " + frame);
    }
  }

  private void dropAll() {
    history.add(at -> new Fact.Resync(at, name, topic.name()));
  }

  /// One connection of the screen.
  final class Socket implements Subscriber {
    private final int number;
    private final Agenda agenda;
    private final RandomGenerator chance;

    private Socket(int number, Agenda agenda, RandomGenerator chance) {
      this.number = number;
      this.agenda = agenda;
      this.chance = chance;
    }

    @Override
    public boolean offer(String frame) {
      if (socket != this) {
        return false;
      }
      switch (JSON.read(Frame.class, frame)) {
        case StrictJson.Decoded.Good<Frame>(Frame good) -> hear(good);
        case StrictJson.Decoded.Bad<Frame> bad -> throw new AssertionError(bad + ": " + frame);
      }
      return true;
    }

    @Override
    public void offerDroppable(String frame) {}

    /// Now and then there is none for a while.
    @Override
    public CompletionStage<Void> room() {
      if (chance.nextInt(20) > 0) {
        return CompletableFuture.completedStage(null);
      }
      var room = new CompletableFuture<Void>();
      agenda.later(() -> room.complete(null));
      return room;
    }

    @Override
    public String toString() {
      return name + " socket " + number;
    }
  }
}
