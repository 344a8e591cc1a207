package dev.xiaoer.routing;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A desk at one moment, and what the policy asks of it, said once more without a word of Lua.
final class DeskView {

  private static final Script VIEW = Script.of(DeskView.class, "view_desk", DeskKeys.PRELUDE);
  /// As in `left.lua`.
  private static final long LEFT = 10_000_000_000_000L;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final long now;
  final Map<String, String> owners;
  final Map<String, Seat> seats = new LinkedHashMap<>();
  final Map<String, String> offers;
  final Map<String, String> places;
  final Map<String, String> groups;
  private final Map<String, String> tried;
  private final Map<String, String> helpers;
  private final Map<String, String> lately;
  private final Map<String, String> why;
  private final Map<String, List<String>> queues;
  final Map<String, List<String>> pools;
  private final Map<String, List<String>> overflow;
  final Map<String, List<String>> onDuty;
  final Map<String, List<String>> free;
  private final Map<String, List<String>> returning;
  private final Map<String, Map<String, String>> since = new HashMap<>();

  /// @param leased whether a sign of life is young enough
  record Seat(String state, int load, int cap, Set<String> groups, boolean leased, Set<String> owned) {
    boolean isFree() {
      return leased && load < cap;
    }
  }

  private DeskView(JsonNode all) {
    now = all.get("now").asLong();
    owners = texts(all.get("owners"));
    offers = texts(all.get("offers"));
    places = texts(all.get("places"));
    groups = texts(all.get("groups"));
    tried = texts(all.get("tried"));
    helpers = texts(all.get("helpers"));
    lately = texts(all.get("lately"));
    why = texts(all.get("why"));
    queues = lists(all.get("queues"));
    pools = lists(all.get("pools"));
    overflow = lists(all.get("overflow"));
    onDuty = lists(all.get("onduty"));
    free = lists(all.get("free"));
    returning = lists(all.get("returning"));
    all.get("since").properties().forEach(group -> since.put(group.getKey(), texts(group.getValue())));
    Map<String, List<String>> owned = lists(all.get("owned"));
    Map<String, String> leases = texts(all.get("leases"));
    all.get("seats").properties().forEach(one -> {
      Map<String, String> seat = texts(one.getValue());
      seats.put(one.getKey(), new Seat(seat.getOrDefault("state", "OFFLINE"),
          Integer.parseInt(seat.getOrDefault("load", "0")), Integer.parseInt(seat.getOrDefault("cap", "0")),
          Set.of(seat.getOrDefault("groups", "").split(",")),
          Long.parseLong(leases.getOrDefault(one.getKey(), "0")) > now,
          Set.copyOf(owned.getOrDefault(one.getKey(), List.of()))));
    });
  }

  static CompletionStage<DeskView> of(RedisLink redis, String desk, List<String> agents, List<String> groups) {
    String[] names = Stream.concat(agents.stream(), groups.stream().map(group -> ':' + group)).toArray(String[]::new);
    return redis.read(VIEW, List.of(DeskKeys.prefix(desk)), names)
        .thenApply(answer -> new DeskView(JSON.readTree((String) answer.getFirst())));
  }

  private static Map<String, String> texts(JsonNode node) {
    var all = new LinkedHashMap<String, String>();
    node.properties().forEach(one -> all.put(one.getKey(), one.getValue().asString()));
    return all;
  }

  private static Map<String, List<String>> lists(JsonNode node) {
    var all = new HashMap<String, List<String>>();
    node.properties().forEach(one -> {
      var items = new ArrayList<String>();
      one.getValue().forEach(item -> items.add(item.asString()));
      all.put(one.getKey(), items);
    });
    return all;
  }

  boolean knows(String conversation) {
    return places.containsKey(conversation);
  }

  String owner(String conversation) {
    String owner = owners.getOrDefault(conversation, "");
    return owner.substring(owner.indexOf(' ') + 1);
  }

  List<String> queue(String group) {
    return queues.getOrDefault(group, List.of());
  }

  List<String> waiting() {
    return queues.values().stream().flatMap(List::stream).toList();
  }

  List<String> resting() {
    return pools.values().stream().flatMap(List::stream).toList();
  }

  /// How many wait in a group; messages left do not.
  long waitingIn(String group) {
    return queue(group).stream().filter(one -> !isLeft(one)).count();
  }

  boolean isLeft(String conversation) {
    return place(conversation) >= LEFT;
  }

  private long place(String conversation) {
    return Long.parseLong(places.getOrDefault(conversation, "0"));
  }

  /// Who may not have it: those who let it lie, the latest of them last, as long as somebody else is on duty.
  private Set<String> barred(String conversation) {
    List<String> agents = tried.containsKey(conversation) ? List.of(tried.get(conversation).split(",")) : List.of();
    var present = new HashSet<>(onDuty.getOrDefault(groups.getOrDefault(conversation, ""), List.of()));
    present.addAll(onDuty.getOrDefault(helpers.getOrDefault(conversation, ""), List.of()));
    for (int from = 0; from < agents.size(); from++) {
      Set<String> latest = Set.copyOf(agents.subList(from, agents.size()));
      if (!latest.containsAll(present)) {
        return latest;
      }
    }
    return Set.of();
  }

  /// Who could take a waiting conversation at once.
  private List<String> suitable(String conversation) {
    Set<String> barred = barred(conversation);
    String home = groups.getOrDefault(conversation, "");
    String helper = helpers.get(conversation);
    return seats.entrySet().stream()
        .filter(one -> one.getValue().isFree() && !barred.contains(one.getKey()))
        .filter(one -> switch (one.getValue().state()) {
          case "ONLINE" -> one.getValue().groups().contains(home)
              || (helper != null && one.getValue().groups().contains(helper));
          case "HUNG_UP" -> one.getValue().groups().contains(home) && comesBackTo(conversation, one.getKey(), 1);
          default -> false;
        })
        .map(Map.Entry::getKey).toList();
  }

  /// @param which of the two times counts: 0 while the agent is online, 1 while hung up
  private boolean comesBackTo(String conversation, String agent, int which) {
    String[] known = lately.getOrDefault(conversation, "0 0 0 ").split(" ", 4);
    return known[3].equals(agent) && Long.parseLong(known[which]) > now;
  }

  /// What is never true.
  List<String> faults() {
    var faults = new ArrayList<String>();
    seats.forEach((agent, seat) -> {
      Set<String> own = new HashSet<>(owners.keySet());
      own.removeIf(one -> !owner(one).equals(agent));
      if (seat.load() != own.size() || !seat.owned().equals(own)) {
        faults.add(agent + " has load " + seat.load() + ", owns " + seat.owned() + ", is owner of " + own);
      }
      if (seat.load() > seat.cap()) {
        faults.add(agent + " has more than " + seat.cap() + ": " + own);
      }
    });
    List<String> waiting = waiting();
    for (String conversation : places.keySet()) {
      int times = (int) Stream.concat(waiting.stream(), resting().stream()).filter(conversation::equals).count()
          + (owners.containsKey(conversation) ? 1 : 0);
      if (times != 1) {
        faults.add(conversation + " is " + times + " times at the desk");
      }
    }
    queues.forEach((group, queue) -> {
      if (!queue.stream().sorted((a, b) -> Long.compare(place(a), place(b))).toList().equals(queue)
          || queue.stream().anyMatch(one -> !group.equals(groups.get(one)))) {
        faults.add(group + " is not in order: " + queue);
      }
    });
    overflow.forEach((group, helped) -> {
      if (helped.stream().anyMatch(one -> !group.equals(helpers.get(one)) || !waiting.contains(one))) {
        faults.add(helped + " wait for the help of " + group);
      }
    });
    returning.forEach((agent, back) -> {
      if (!waiting.containsAll(back)) {
        faults.add(back + " wait for " + agent + " and do not wait");
      }
    });
    return faults;
  }

  /// Nobody waits while a suitable agent has a free place, and whoever waited for long is helped out.
  List<String> neglected(Map<String, Long> overflowAfter) {
    var faults = new ArrayList<String>();
    for (String conversation : waiting()) {
      List<String> suitable = suitable(conversation);
      if (!suitable.isEmpty()) {
        faults.add(conversation + " waits while " + suitable + " could take it");
      }
    }
    overflowAfter.forEach((group, after) -> since.getOrDefault(group, Map.of()).forEach((conversation, time) -> {
      if (now - Long.parseLong(time) >= after) {
        faults.add(conversation + " has waited for long, and nobody helps");
      }
    }));
    return faults;
  }

  /// What one step must not have done, seen from before it.
  List<String> wronglyGiven(DeskView after) {
    var faults = new ArrayList<String>();
    List<String> given = after.owners.keySet().stream()
        .filter(one -> !after.owners.getOrDefault(one, "").equals(owners.get(one)))
        .filter(one -> !after.why.getOrDefault(one, "").startsWith("PICKED"))
        .toList();
    for (String conversation : given) {
      String agent = after.owner(conversation);
      if (resting().contains(conversation)) {
        faults.add(conversation + " was given to " + agent + " while it rested");
      }
      if (barred(conversation).contains(agent)) {
        faults.add(conversation + " was given to " + agent + " again");
      }
      Seat seat = seats.get(agent);
      if (seat == null || !seat.state().equals("ONLINE")) {
        if (seat == null || !seat.state().equals("HUNG_UP") || !comesBackTo(conversation, agent, 1)) {
          faults.add(conversation + " was given to " + agent + ", who is " + seat);
        }
        continue;
      }
      List<String> lines = Stream.of(groups.getOrDefault(conversation, ""), helpers.getOrDefault(conversation, ""))
          .filter(seat.groups()::contains).toList();
      if (lines.stream().noneMatch(line -> earlier(line, conversation, agent, after).isEmpty())) {
        faults.add(conversation + " was given to " + agent + " before "
            + lines.stream().flatMap(line -> earlier(line, conversation, agent, after).stream()).toList());
      }
      if (given.size() == 1) {
        String home = groups.getOrDefault(conversation, "");
        seats.forEach((last, other) -> {
          if (!last.equals(agent) && lines.equals(List.of(home)) && other.state().equals("ONLINE")
              && other.groups().contains(home) && comesBackTo(conversation, last, 0)
              && suitable(conversation).contains(last)) {
            faults.add(conversation + " was served by " + last + " lately, went to " + agent);
          }
        });
      }
    }
    return faults;
  }

  /// Those in front of a conversation in a group's line whom the agent might have taken, and who still wait.
  private List<String> earlier(String group, String conversation, String agent, DeskView after) {
    return Stream.concat(queue(group).stream(), overflow.getOrDefault(group, List.of()).stream())
        .filter(one -> place(one) < place(conversation) && after.waiting().contains(one))
        .filter(one -> !barred(one).contains(agent))
        .toList();
  }
}
