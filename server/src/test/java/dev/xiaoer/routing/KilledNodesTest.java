package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.conversation.TestConversations;
import dev.xiaoer.hub.TestHubs;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What [PolicySimulationTest] holds of one thread and a seed, of processes that work on one desk at the same time and are
/// ended with `kill -9`, as is Redis.
class KilledNodesTest {

  private static final int NODES = 3;
  private static final int KILLED = 4;
  /// So many buyers are given away between two ends.
  private static final int GIVEN = 25;

  private final Random chance = new Random();
  private final List<Process> nodes = new ArrayList<>();
  private final BusyDesk desk = new BusyDesk("busy");
  private TestRedis redis;
  private RedisLink link;
  private SimulatedNode last;

  @BeforeEach
  void open() {
    redis = TestRedis.start(RedisEdition.EMBEDDED);
    link = redis.link();
    last = new SimulatedNode(link, 1, BusyDesk.SETTLED, desk.rules());
    for (String agent : BusyDesk.AGENTS) {
      Set<String> groups = agent.equals("wang")
          ? Set.copyOf(BusyDesk.GROUPS)
          : Set.of(BusyDesk.GROUPS.get(BusyDesk.AGENTS.indexOf(agent) % 2));
      last.availability.set(new Agent(desk.id(), agent, agent, groups, 2), AvailabilityState.ONLINE);
    }
    last.finish();
  }

  @AfterEach
  void close() {
    nodes.forEach(Process::destroyForcibly);
    redis.close();
  }

  private void start(List<String> mistake) {
    List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        BusyNode.class.getName(), Integer.toString(redis.port()), desk.id(),
        Integer.toString(chance.nextInt(1 << 30))));
    command.addAll(mistake);
    try {
      nodes.add(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
          .redirectOutput(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void killOne() {
    Process one = nodes.remove(chance.nextInt(nodes.size()));
    one.destroyForcibly();
    Await.until("a node is dead", () -> !one.isAlive());
  }

  private long given() {
    String claims = link.commands().hget(DeskKeys.prefix(desk.id()) + ":clock", "claims").toCompletableFuture().join();
    return claims == null ? 0 : Long.parseLong(claims);
  }

  private boolean isBack() {
    try {
      return link.available() && given() > 0;
    } catch (CompletionException notYet) {
      return false;
    }
  }

  /// Looks on while buyers are given to agents.
  private void lookOn() {
    long end = given() + GIVEN;
    Await.within(Duration.ofMinutes(1), "so many are given away", () -> {
      assertThat(desk.view(link).toCompletableFuture().join().faults()).isEmpty();
      assertThat(link.commands().lrange(desk.found(), 0, -1).toCompletableFuture().join()).isEmpty();
      return given() >= end;
    });
  }

  @Test
  void whoeverIsKilledNobodyIsServedTwiceOutOfTurnOrForgotten() {
    for (int i = 0; i < NODES; i++) {
      start(List.of());
    }
    for (int i = 0; i < KILLED; i++) {
      lookOn();
      killOne();
      if (i == KILLED / 2) {
        redis.kill9();
        redis.restart();
        Await.until("Redis is back", this::isBack);
      }
      start(List.of());
    }
    lookOn();
    while (!nodes.isEmpty()) {
      killOne();
    }
    comesToRest();
  }

  /// Whatever was left unfinished is put right by one who comes later.
  private void comesToRest() {
    for (int i = 0; i < 2; i++) {
      link.commands().hincrby(DeskKeys.prefix(desk.id()) + ":clock", "ahead", 25_000).toCompletableFuture().join();
      last.sweep.sweep(desk.id());
      last.finish();
    }
    DeskView end = desk.view(link).toCompletableFuture().join();
    assertThat(end.faults()).isEmpty();
    assertThat(end.neglected(BusyDesk.OVERFLOW_AFTER)).isEmpty();
    int open = 0;
    for (ConversationId id : opened()) {
      ConversationRecord record = record(id);
      if (record.state() != State.CLOSED) {
        open++;
        assertThat(end.knows(id.value())).as("%s is forgotten", id).isTrue();
        assertThat(record.agent()).isEqualTo(end.offers.containsKey(id.value()) ? "" : end.owner(id.value()));
      }
    }
    assertThat(open).isPositive();
  }

  private List<ConversationId> opened() {
    return link.commands().keys("{c:*}:record").toCompletableFuture().join().stream()
        .map(key -> new ConversationId(key.substring(3, key.indexOf('}')))).toList();
  }

  private ConversationRecord record(ConversationId id) {
    var record = TestConversations.over(link, TestHubs.silent(), TestHubs.ids(1)).find(id).toCompletableFuture().join();
    return Objects.requireNonNull(record);
  }

  /// What the checks do not find they do not check.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      has more than | tonumber(seat[2]) < tonumber(seat[3]) | tonumber(seat[2]) <= tonumber(seat[3])
      before        | redis.call('ZRANGE', queue, rank, rank | redis.call('ZREVRANGE', queue, rank, rank
      """)
  void aMistakeInAScriptIsFound(String found, String right, String wrong) {
    start(List.of(right, wrong));
    start(List.of(right, wrong));
    Throwable fault = null;
    for (int i = 0; i < 20 && fault == null; i++) {
      fault = catchThrowable(this::lookOn);
    }
    assertThat(fault).isInstanceOf(AssertionError.class).hasMessageContaining(found);
  }
}
