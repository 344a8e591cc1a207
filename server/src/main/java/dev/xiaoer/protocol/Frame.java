package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server sends.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Frame {

  /// The answer to hello.
  ///
  /// @param connection names this socket in logs; no secret
  /// @param heartbeat how often the client sends a heartbeat, in seconds
  /// @param topics what the client will want to follow: an agent's own topic, a buyer's open conversations
  @JsonTypeName("welcome")
  record Welcome(String connection, You you, int heartbeat, List<Topic> topics) implements Frame {}

  /// A command was carried out and what it did is on disk.
  ///
  /// @param topic where its event is
  /// @param seq the event's number there
  /// @param id the event's id
  /// @param ts Redis' time of the event, in ms
  @JsonTypeName("reply")
  record Reply(Ref ref, Topic topic, long seq, String id, long ts) implements Frame {}

  /// A command was not carried out, or (if `retry`) it is not known whether it was: then the same command with the same
  /// ref settles it.
  ///
  /// @param ref the command's; null when the frame could not be read that far
  /// @param words for people, in the language asked for
  @JsonTypeName("refusal")
  record Refused(@Nullable Ref ref, Refusal code, String words, boolean retry, @Nullable Long retryAfterMs)
      implements
        Frame {}

  /// One event of a topic's log.
  @JsonTypeName("event")
  record Logged(Topic topic, long seq, String id, long ts, Event event) implements Frame {}

  @JsonTypeName("signal")
  record Signalled(Topic topic, Signal signal) implements Frame {}

  /// A topic is followed; what was missed comes before this frame, what is new comes after it.
  ///
  /// @param seq the topic's head; 0 for an empty one
  /// @param from the first event that was sent or would be: 1 for the whole log; what is older is had by REST
  /// @param limited the log no longer reaches back to what the client has: it starts again from a snapshot
  @JsonTypeName("followed")
  record Followed(Ref ref, Topic topic, long seq, long from, boolean limited) implements Frame {}

  /// The log is not the one the client knows: the store lost data. The client drops this topic and takes it again from
  /// the start; what follows is the whole log.
  @JsonTypeName("resync")
  record Resync(Topic topic, ResyncReason reason) implements Frame {}

  /// The answer to a heartbeat: where the followed topics end. A client that has less asks again.
  @JsonTypeName("heartbeat")
  record Heads(List<Head> heads) implements Frame {}

  /// The server is going away; it is well to come back after this time, to another node.
  @JsonTypeName("goodbye")
  record Goodbye(long reconnectAfterMs) implements Frame {}

  /// The store cannot be reached: commands are refused for now, sockets stay.
  @JsonTypeName("store")
  record Store(boolean available) implements Frame {}

  record Head(Topic topic, long seq) {}

  /// @param desk the desk of a staff member; null for a buyer
  record You(Role role, String id, @Nullable String name, @Nullable String desk) {}

  enum Role {
    BUYER, AGENT, SUPERVISOR, ADMIN
  }

  enum ResyncReason {
    /// Another event stands at the client's position.
    DIVERGED,
    /// The client has more than the log.
    AHEAD
  }
}
