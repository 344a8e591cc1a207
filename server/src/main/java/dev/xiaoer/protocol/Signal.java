package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// Something about a topic that is true now and kept in no log. A signal may be lost; the next one mends it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Signal {

  @JsonTypeName("typing")
  record Typing(Author author) implements Signal {}

  /// How far the log has reached the screens of a side.
  @JsonTypeName("received")
  record Received(Author author, long seq) implements Signal {}

  /// How far the log was looked at by a side.
  @JsonTypeName("read")
  record Read(Author author, long seq) implements Signal {}

  /// @param position 1 is the next; null while it is not known
  /// @param onDuty how many agents of the group are on duty; 0 means that nobody will come soon: what was written is kept
  ///   as a message, and the buyer need not stay
  /// @param estimateSeconds how long from now it takes at the group's recent pace; null while that is not known
  @JsonTypeName("queue.position")
  record QueuePosition(@Nullable Integer position, int onDuty, @Nullable Integer estimateSeconds) implements Signal {}

  /// Something has moved in a group: its queue, who has its conversations, who is on duty.
  ///
  /// @param waiting how many buyers wait
  /// @param onDuty how many agents are on duty
  @JsonTypeName("group.changed")
  record GroupChanged(int waiting, int onDuty) implements Signal {}
}
