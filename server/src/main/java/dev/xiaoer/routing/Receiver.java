package dev.xiaoer.routing;

import java.util.Set;

/// Whom a conversation is offered to, with what the accounts say about them.
public sealed interface Receiver {

  /// @param leader whether they lead the desk: then they may take what has changed hands too often
  /// @param groups whose buyers they take
  record Agent(String id, boolean leader, Set<String> groups) implements Receiver {}

  /// The free agent whom the policy prefers in a group.
  ///
  /// @param leaders those of its agents who lead the desk
  record Group(String id, Set<String> leaders) implements Receiver {}
}
