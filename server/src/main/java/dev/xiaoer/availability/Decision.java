package dev.xiaoer.availability;

import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForSupervisors;
import dev.xiaoer.protocol.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is made of an event.
sealed interface Decision {

  record Refused(Refusal why) implements Decision {}

  /// It is so already, or has nothing to say any more.
  record Kept() implements Decision {}

  /// @param moved whether another state begins, or the time for it is another
  /// @param by who did it: the agent, a supervisor, or the desk
  /// @param routedFrom from when on waiting buyers are taken from the agent, in ms; null for not at all
  /// @param told what the agent is told besides
  /// @param supervisors what they are told besides
  record Changed(Seat next, boolean moved, String by, @Nullable Long routedFrom, BreakLine breaks,
      List<ForAgent> told, List<ForSupervisors> supervisors) implements Decision {}
}
