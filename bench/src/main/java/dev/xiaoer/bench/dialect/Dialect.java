package dev.xiaoer.bench.dialect;

import java.net.URI;

/// How a kind of server is talked to. One instance belongs to one life of one server.
public interface Dialect {

  /// Whether a server that listens lets people in.
  default boolean isOpen(URI server) throws Exception {
    return true;
  }

  /// Fetches what the seats will sign in with, before any clock runs. Blocks.
  ///
  /// @param server where the server listens, `http://…`
  /// @param buyers all there will be, those included that are there already
  /// @param fromAgent the first of the agents who come now
  /// @param agents all there will be
  default void prepare(URI server, int buyers, int fromAgent, int agents) throws Exception {}

  /// Whether so many conversations have been given to agents; where nobody routes, always.
  default boolean hasGiven(int conversations) {
    return true;
  }

  /// A socket of this seat. A seat may be taken again after its socket was cut: it then resumes.
  Talk talk(Seat seat);

  /// The words every message has, its mark in front.
  static String words(String mark) {
    return mark + " 在吗？这款还有货吗，想今天下单";
  }
}
