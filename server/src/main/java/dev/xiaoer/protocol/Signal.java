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
  /// @param onDuty how many agents of the group are on duty; 0 means that nobody will come soon
  @JsonTypeName("queue.position")
  record QueuePosition(@Nullable Integer position, int onDuty) implements Signal {}
}
