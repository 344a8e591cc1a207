package dev.xiaoer.bench.dialect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The desk's own protocol with everything it asks for: signing in, starting a conversation, being routed, following,
/// resuming, heartbeats.
public final class DeskDialect implements Dialect {

  private final DeskAccess access;
  private final String more;
  private final List<DeskBuyer> buyers = new ArrayList<>();
  private final AtomicInteger given = new AtomicInteger();
  private Iterator<String> tickets = List.<String>of().iterator();
  private String origin = "";

  /// @param access how the desk is entered
  /// @param bytes how long a message is at least, in UTF-8
  public DeskDialect(DeskAccess access, int bytes) {
    this.access = access;
    int usual = Dialect.words(Mark.of(0, 0)).getBytes(StandardCharsets.UTF_8).length;
    this.more = "~".repeat(Math.max(0, bytes - usual));
  }

  @Override
  public boolean isOpen(URI server) throws Exception {
    return access.isFilled(server);
  }

  @Override
  public void prepare(URI server, int buyers, int fromAgent, int agents) throws Exception {
    origin = server.toString();
    int missing = Math.max(0, buyers - this.buyers.size());
    for (String token : access.buyerTokens(server, missing)) {
      this.buyers.add(new DeskBuyer(this.buyers.size(), token));
    }
    tickets = access.agentTickets(server, fromAgent, agents).iterator();
  }

  @Override
  public boolean hasGiven(int conversations) {
    return given.get() >= conversations;
  }

  @Override
  public Talk talk(Seat seat) {
    return switch (seat) {
      case Seat.Buyer(int number, int _) -> new DeskBuyerTalk(buyers.get(number), origin, more);
      case Seat.Agent _ -> new DeskAgentTalk(tickets.next(), origin, given);
    };
  }
}
