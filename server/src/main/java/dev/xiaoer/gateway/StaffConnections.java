package dev.xiaoer.gateway;

import dev.xiaoer.protocol.CloseReason;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The staff's sockets of this node, so that who is signed out is out at once.
final class StaffConnections {

  private final Map<String, Set<Connection>> connections = new ConcurrentHashMap<>();

  void add(String member, Connection connection) {
    connections.computeIfAbsent(member, none -> ConcurrentHashMap.newKeySet()).add(connection);
  }

  void remove(String member, Connection connection) {
    connections.computeIfPresent(member, (id, present) -> {
      present.remove(connection);
      return present.isEmpty() ? null : present;
    });
  }

  /// Whoever comes back does so with the rights of now.
  void renewAll(String member) {
    connections.getOrDefault(member, Set.of()).forEach(connection -> connection.close(CloseReason.COME_BACK));
  }

  void closeAll(String member) {
    connections.getOrDefault(member, Set.of()).forEach(connection -> connection.close(CloseReason.UNAUTHENTICATED));
  }
}
