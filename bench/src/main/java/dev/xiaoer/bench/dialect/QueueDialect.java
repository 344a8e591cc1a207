package dev.xiaoer.bench.dialect;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The desk's own protocol as a desk with a long queue sees it: every agent has one conversation at a time, and buyers wait
/// for one to end.
public final class QueueDialect implements Dialect {

  private final DeskAccess access;
  private final DeskPlaces places = new DeskPlaces();
  private final List<String> tokens = new ArrayList<>();
  private Iterator<String> tickets = List.<String>of().iterator();
  private String origin = "";

  public QueueDialect(String password) {
    this.access = new DeskAccess(password, 1);
  }

  @Override
  public boolean isOpen(URI server) throws Exception {
    return access.isFilled(server);
  }

  @Override
  public void prepare(URI server, int buyers, int fromAgent, int agents) throws Exception {
    origin = server.toString();
    tokens.addAll(access.buyerTokens(server, Math.max(0, buyers - tokens.size())));
    tickets = access.agentTickets(server, fromAgent, agents).iterator();
  }

  @Override
  public Talk talk(Seat seat) {
    return switch (seat) {
      case Seat.Buyer(int number, int _) -> new QueueBuyerTalk(tokens.get(number), origin, places);
      case Seat.Agent _ -> new QueueAgentTalk(tickets.next(), origin, places);
    };
  }

  /// How many conversations the agents were given by now; on the generator's thread.
  public int given() {
    return places.allGiven();
  }
}
