package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/// Events of a desk's topic for those who lead it.
public sealed interface ForSupervisors extends Event
    permits ForSupervisors.AgentChanged, ForSupervisors.AgentOverdue, ForSupervisors.BreakOverrun,
    ForSupervisors.TimeAsked, ForAgent.TimeDecided {

  /// @param since when the state began, in ms
  /// @param until when the time for it is over, in ms; null when there is none
  @JsonTypeName("agent.changed")
  record AgentChanged(String agent, String name, AvailabilityState state, long since, @Nullable Long until,
      @Nullable String reason) implements ForSupervisors {}

  /// The agent was hung up for longer than agreed (B2).
  ///
  /// @param since when that began, in ms
  @JsonTypeName("agent.overdue")
  record AgentOverdue(String agent, String name, long since) implements ForSupervisors {}

  /// The agent's break is over and the agent is not back (B1).
  ///
  /// @param since when it was over, in ms
  @JsonTypeName("break.overrun")
  record BreakOverrun(String agent, String name, long since) implements ForSupervisors {}

  /// An agent asks for more time to be hung up; it is decided by REST.
  @JsonTypeName("time.asked")
  record TimeAsked(String request, String agent, String name, int minutes, String reason) implements ForSupervisors {}
}
