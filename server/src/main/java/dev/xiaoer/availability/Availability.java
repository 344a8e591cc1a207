package dev.xiaoer.availability;

import dev.xiaoer.protocol.AvailabilityState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Who takes buyers.
public interface Availability {

  /// An agent goes on or off duty. What is so already stays so.
  CompletionStage<Changed> set(Agent agent, AvailabilityState state);

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
  /// @return those who are gone and still own conversations
  CompletionStage<List<Gone>> reap(String desk);

  /// @param lost whether nothing was heard of the agent any more; else the agent went off duty
  record Gone(String agent, boolean lost) {}

  /// How many agents of each of these groups are on duty, free or not.
  CompletionStage<Map<String, Integer>> onDuty(String desk, Collection<String> groups);

  /// How these agents stand; those who were never there are left out.
  CompletionStage<Map<String, AvailabilityState>> states(String desk, Collection<String> agents);

  /// @param seq where it stands in the agent's own topic
  record Changed(long seq, String id, long ts) {}
}
