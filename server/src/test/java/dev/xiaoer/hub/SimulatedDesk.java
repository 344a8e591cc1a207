package dev.xiaoer.hub;

import dev.xiaoer.check.Checker;
import dev.xiaoer.check.History;
import dev.xiaoer.check.LoggedEvent;
import dev.xiaoer.check.Logs;
import dev.xiaoer.check.Violation;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Two nodes on one log and the screens that come and go, in one thread: the same seed is the same history.
final class SimulatedDesk {

  private static final String EVENT = "{\"type\":\"message.posted\",\"author\":\"buyer\",\"text\":\"在吗\"}";
  private static final String WITHDRAWN = "{\"type\":\"message.withdrawn\",\"author\":\"buyer\"}";

  private final Random chance;
  private final Agenda agenda;
  private final MemoryTopicLog log;
  private final UnreliableNetwork network;
  private final List<Hub> hubs = new ArrayList<>();
  private final List<String> nodes = new ArrayList<>();
  private final List<Topic> topics = List.of(topic(1), topic(2));
  private final List<Screen> screens = new ArrayList<>();
  private final Map<Screen, Screen.Socket> sockets = new LinkedHashMap<>();
  private final Map<Screen, Hub> hubOf = new HashMap<>();
  private final History history;
  private final Ids ids;
  private int starts;

  SimulatedDesk(long seed, double loss) {
    this.chance = new Random(seed);
    this.agenda = new Agenda(chance);
    this.log = new MemoryTopicLog(agenda);
    this.network = new UnreliableNetwork(agenda, chance, loss);
    this.ids = new Ids(chance);
    long[] clock = {0};
    this.history = new History(() -> clock[0]++);
    for (int i = 0; i < 2; i++) {
      nodes.add("node-" + starts);
      hubs.add(new Hub(log, network, new StrictJson(), new SimpleMeterRegistry(), "node-" + starts++));
    }
    for (int i = 0; i < 4; i++) {
      screens.add(new Screen("screen-" + i, topics.get(i % 2), history));
    }
  }

  static Topic topic(int number) {
    return new Topic.Buyer(new ConversationId("conversation0000000000".substring(0, 21) + number));
  }

  MemoryTopicLog log() {
    return log;
  }

  List<Screen> screens() {
    return screens;
  }

  /// Something happens, somewhere.
  void somethingHappens() {
    switch (chance.nextInt(60)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> append(any(topics));
      case 8, 9, 10 -> connect(any(screens));
      case 11 -> followAgain(any(screens));
      case 12 -> disconnect(any(screens));
      case 13 -> any(hubs).checkHeads();
      case 14 -> restart(chance.nextInt(hubs.size()));
      case 15 -> takeBack(any(topics));
      default -> agenda.step();
    }
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }

  /// Appended on one node, which may die before it tells anybody.
  void append(Topic topic) {
    String id = ids.next();
    long seq = log.append(topic, id, EVENT);
    var appended = new Appended(topic, seq, id, seq, EVENT, log.nodes(topic));
    Hub hub = any(hubs);
    if (chance.nextInt(8) > 0) {
      agenda.later(() -> hub.announce(appended));
    }
  }

  /// From now on another event is read at its seq: for a position it is the same.
  private void takeBack(Topic topic) {
    List<LogEntry> entries = log.entries(topic);
    if (!entries.isEmpty()) {
      LogEntry entry = any(entries);
      log.replace(topic, entry.seq(), WITHDRAWN);
    }
  }

  void connect(Screen screen) {
    disconnect(screen);
    Hub hub = any(hubs);
    Screen.Socket socket = screen.connect(agenda, chance);
    sockets.put(screen, socket);
    hubOf.put(screen, hub);
    hub.follow(new Ref("ref-of-a-follow-00"), screen.topic(), screen.position(), null, socket);
  }

  private void followAgain(Screen screen) {
    Hub hub = hubOf.get(screen);
    Screen.Socket socket = sockets.get(screen);
    if (hub != null && socket != null && screen.isLive()) {
      hub.follow(new Ref("ref-of-a-follow-01"), screen.topic(), screen.position(), null, socket);
    }
  }

  void disconnect(Screen screen) {
    Hub hub = hubOf.remove(screen);
    Screen.Socket socket = sockets.remove(screen);
    if (hub != null && socket != null) {
      screen.disconnect();
      hub.unfollow(screen.topic(), socket);
    }
  }

  /// The node was asleep: it sends its sockets away and starts under a new name.
  private void restart(int which) {
    Hub hub = hubs.get(which);
    screens.stream().filter(screen -> hub.equals(hubOf.get(screen))).toList().forEach(this::disconnect);
    network.forget(nodes.get(which));
    nodes.set(which, "node-" + starts++);
    hub.startAnew(nodes.get(which));
  }

  /// Everybody comes, everything arrives, and the nodes look after what they have missed.
  void comeToRest(boolean checkingHeads) {
    screens.stream().filter(screen -> hubOf.get(screen) == null).toList().forEach(this::connect);
    agenda.finish();
    if (checkingHeads) {
      hubs.forEach(Hub::checkHeads);
      agenda.finish();
    }
  }

  Logs logs() {
    var logs = new HashMap<String, List<LoggedEvent>>();
    topics.forEach(topic -> logs.put(topic.name(), log.entries(topic).stream()
        .map(entry -> LoggedEvent.of(entry.seq(), entry.tail())).toList()));
    return new Logs(logs);
  }

  /// What is wrong with the screens; what was said is not asked here.
  List<Violation> violations() {
    var topicByScreen = new HashMap<String, String>();
    screens.forEach(screen -> topicByScreen.put(screen.name(), screen.topic().name()));
    return new Checker(history, logs()).violationsAtRest(topicByScreen).stream()
        .filter(violation -> !violation.check().equals("C2"))
        .toList();
  }
}
