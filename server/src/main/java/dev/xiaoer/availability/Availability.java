package dev.xiaoer.availability;

import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Who takes buyers, and why not.
public interface Availability {

  /// Carries out what an agent asks for.
  ///
  /// @param ref of the command: its repeat changes nothing
  CompletionStage<Answer> ask(Agent agent, String ref, SeatEvent.Asked asked);

  /// An agent goes on or off duty. What is so already stays so.
  default CompletionStage<Answer> set(Agent agent, AvailabilityState state) {
    return ask(agent, "", SeatEvent.Asked.toward(state));
  }

  /// A supervisor decides on a request for more time.
  ///
  /// @param more zero when nothing is granted
  /// @param by the supervisor's id
  /// @return NOT_FOUND when it was decided on before, or lapsed
  CompletionStage<Answer> decide(String desk, String request, Duration more, String by, @Nullable String note);

  /// The requests for more time that nobody has decided on, the oldest first.
  CompletionStage<List<TimeRequest>> requests(String desk);

  /// The agent, whatever the state, takes the buyers of these groups and so many from here on. Nothing happens to one who
  /// was never there.
  CompletionStage<?> change(Agent agent);

  /// A socket of the agent is open on this node: the agent's lease is renewed, now and from here on.
  CompletionStage<Void> connected(String desk, String agent);

  /// A socket of the agent is gone. The lease of an agent without any ends by itself.
  void disconnected(String desk, String agent);

  /// Renews the leases of all agents who are connected to this node.
  CompletionStage<Void> renew();

  /// Puts agents off duty who were silent for too long.
  ///
  /// @return those whose waiting buyers are to be routed again
  CompletionStage<List<Gone>> reap(String desk);

  /// @param askedBefore only buyers who have waited since before this are routed again, in ms
  record Gone(String agent, Why why, long askedBefore) {
    public enum Why {
      /// Nothing was heard of the agent any more.
      LOST,
      /// The agent was finishing, and went.
      LEFT, OVERDUE, BREAK
    }
  }

  /// How many agents of each of these groups are on duty, free or not.
  CompletionStage<Map<String, Integer>> onDuty(String desk, Collection<String> groups);

  /// How these agents sit; those who were never there are left out.
  CompletionStage<Map<String, Sitting>> sittings(String desk, Collection<String> agents);

  /// How an agent stands, for whoever tells buyers; null for one who was never there.
  CompletionStage<@Nullable Standing> standing(String desk, String agent);

  /// @param now the desk's time, in ms
  /// @param name what buyers call the agent
  /// @param since when the state began, in ms
  /// @param until when the time for it is over, in ms; 0 when that is open
  /// @param away what the agent has left to be said meanwhile; may be empty
  /// @param full whether the agent has as many buyers as one can have
  record Standing(long now, String name, AvailabilityState state, long since, long until, String away,
      boolean full) {}

  /// Keeps what an agent has settled for the own seat.
  ///
  /// @param hangUpAt at how many open conversations the agent is hung up by itself; null for never
  /// @param awayText what buyers are told then
  CompletionStage<Void> settle(String desk, String agent, @Nullable Integer hangUpAt, String awayText);

  /// When the agent was in which state, in order, from the interval that lasts at the beginning.
  ///
  /// @param from in ms
  /// @param to in ms; not included
  CompletionStage<List<Interval>> day(String desk, String agent, long from, long to);

  /// @param until when the time for the state is over, in ms; null when there is none
  /// @param breakPosition in the line for a break; 0 when not in it
  record Sitting(AvailabilityState state, long since, @Nullable Long until, @Nullable String reason,
      @Nullable String away, int load, int cap, @Nullable Integer hangUpAt, String awayText, int breakPosition) {}

  /// @param at when it was asked, in ms
  record TimeRequest(String request, String agent, String name, int minutes, String reason, long at) {}

  /// @param to null while it lasts
  /// @param by who did it: an agent, a supervisor, or `desk`
  record Interval(AvailabilityState state, long from, @Nullable Long to, @Nullable String reason, String by) {}

  /// What came of it.
  sealed interface Answer {
    /// @param seq where it stands in the agent's own topic
    record Done(long seq, String id, long ts) implements Answer {}

    record Refused(Refusal why) implements Answer {}
  }
}
