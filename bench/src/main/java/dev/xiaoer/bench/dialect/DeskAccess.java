package dev.xiaoer.bench.dialect;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Enters the desk by HTTP, as its pages do. The demo's administrator adds the agents, they sign in and get one-use
/// tickets for their sockets; buyers get tokens. An agent's session is kept for the next ticket.
public final class DeskAccess {

  private static final String SHOP = "demo";
  private static final String ADMIN = "chen";
  private static final String ADMIN_PASSWORD = "tea-for-everyone";
  /// The group a buyer who asks for none gets.
  private static final String GROUP = "presales";
  /// As many conversations as an agent may have, where it is not said. The desk gives to whoever has the fewest, so buyers
  /// spread evenly.
  private static final int CAP = 100;
  /// Sign-ins are refused when too many wait; these many at once keep a server of two cores busy.
  private static final int AT_ONCE = 8;

  private final String password;
  private final int cap;
  private final List<DeskBrowser> agents = new ArrayList<>();

  /// @param password every agent's
  public DeskAccess(String password) {
    this(password, CAP);
  }

  /// @param cap how many conversations each agent may have
  public DeskAccess(String password, int cap) {
    this.password = password;
    this.cap = cap;
  }

  /// Whether the demo is there; its orders are filled in last.
  boolean isFilled(URI server) throws IOException, InterruptedException {
    return !new DeskBrowser(server).get("/api/v1/demo").path("orders").isEmpty();
  }

  List<String> buyerTokens(URI server, int count) throws InterruptedException, IOException {
    return atOnce(
        count, _ -> new DeskBrowser(server).post("/api/v1/shops/" + SHOP + "/buyers", "{}").path("token").asString());
  }

  List<String> agentTickets(URI server, int from, int to) throws InterruptedException, IOException {
    int known = agents.size();
    if (to > known) {
      var admin = new DeskBrowser(server);
      admin.signIn(ADMIN, ADMIN_PASSWORD);
      agents.addAll(atOnce(to - known, i -> newcomer(server, admin, "bench-" + (known + i + 1))));
    }
    return atOnce(
        to - from, i -> agents.get(from + i).post("/api/v1/staff/socket-ticket", "").path("ticket").asString());
  }

  private DeskBrowser newcomer(URI server, DeskBrowser admin, String name) throws IOException, InterruptedException {
    admin.post("/api/v1/staff", """
        {"name":"%s","displayName":"%s","role":"AGENT","groups":["%s"],"cap":%d,"password":"%s"}
        """.formatted(name, name, GROUP, cap, password));
    var agent = new DeskBrowser(server);
    agent.signIn(name, password);
    return agent;
  }

  private interface Entering<T> {
    T enter(int number) throws IOException, InterruptedException;
  }

  private static <T> List<T> atOnce(int count, Entering<T> entering) throws InterruptedException, IOException {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var tasks = new ArrayList<Callable<T>>();
      for (int i = 0; i < count; i++) {
        int number = i;
        tasks.add(() -> entering.enter(number));
      }
      var all = new ArrayList<T>();
      for (Future<T> entered : threads.invokeAll(tasks)) {
        all.add(entered.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IOException("the desk let somebody not in", e.getCause());
    }
  }
}
