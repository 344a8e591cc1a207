package dev.xiaoer.availability;

import dev.xiaoer.protocol.AvailabilityState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Who takes buyers.
public interface Availability {

  /// An agent goes on or off duty. What is so already stays so.
  CompletionStage<Changed> set(Agent agent, AvailabilityState state);

  /// A socket of the agent is open on this node: the agent's lease is renewed, now and from here on.
  CompletionStage<Void> connected(String desk, String agent);

  /// A socket of the agent is gone. The lease of an agent without any ends by itself.
  void disconnected(String desk, String agent);

  /// Renews the leases of all agents who are connected to this node.
  CompletionStage<Void> renew();

  /// Puts agents off duty who were silent for too long.
  ///
  /// @return those who are gone and still own conversations
  CompletionStage<List<Gone>> reap(String desk);

  /// @param lost whether nothing was heard of the agent any more; else the agent went off duty
  record Gone(String agent, boolean lost) {}

  /// How many agents of each of these groups are on duty, free or not.
  CompletionStage<Map<String, Integer>> onDuty(String desk, Collection<String> groups);

  /// How these agents stand; those who were never there are left out.
  CompletionStage<Map<String, AvailabilityState>> states(String desk, Collection<String> agents);

  /// How an agent stands, for whoever tells buyers; null for one who was never there.
  CompletionStage<@Nullable Standing> standing(String desk, String agent);

  /// @param now the desk's time, in ms
  /// @param name what buyers call the agent
  /// @param state its name: more is said here than who takes buyers
  /// @param since when the state began, in ms; 0 when it is not known
  /// @param until when it ends, in ms; 0 when that is open
  /// @param away what the agent has left to be said meanwhile; may be empty
  /// @param full whether the agent has as many buyers as one can have
  record Standing(long now, String name, String state, long since, long until, String away, boolean full) {}

  /// @param seq where it stands in the agent's own topic
  record Changed(long seq, String id, long ts) {}
}
