package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.check.Checker;
import dev.xiaoer.check.Fact;
import dev.xiaoer.check.History;
import dev.xiaoer.check.LoggedEvent;
import dev.xiaoer.check.Logs;
import dev.xiaoer.check.Violation;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class CommandQueueTest {

  private static final Topic TOPIC = new Topic.Buyer(new ConversationId("conversation0000000001"));

  private final Refusals refusals = new Refusals(new StaticMessageSource(), Locale.ENGLISH);
  private final List<Frame> answers = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private final CommandQueue queue = new CommandQueue(answers::add, refusals);

  private static Ref ref(int number) {
    return new Ref("ref-of-a-command-%04d".formatted(number));
  }

  private static Frame reply(int number) {
    return new Frame.Reply(ref(number), TOPIC, number, ref(number).value(), 0);
  }

  private CompletableFuture<Frame> add(int number) {
    var answer = new CompletableFuture<Frame>();
    assertThat(queue.add(ref(number), () -> {
      begun.add(ref(number).value());
      return answer;
    })).isTrue();
    return answer;
  }

  private List<String> answered() {
    return answers.stream().map(CommandQueueTest::words).toList();
  }

  private static String words(Frame answer) {
    return switch (answer) {
      case Frame.Reply reply -> "reply " + reply.ref();
      case Frame.Refused refused -> refused.code() + " " + refused.ref();
      default -> throw new AssertionError(answer);
    };
  }

  @Test
  void oneCommandIsCarriedOutAfterTheOther() {
    CompletableFuture<Frame> first = add(1);
    CompletableFuture<Frame> second = add(2);
    assertThat(begun).containsExactly(ref(1).value());
    first.complete(reply(1));
    assertThat(begun).containsExactly(ref(1).value(), ref(2).value());
    second.complete(reply(2));
    assertThat(answered()).containsExactly("reply " + ref(1), "reply " + ref(2));
  }

  @Test
  void anAnswerThatIsThereAtOnceNeedsNoWaiting() {
    for (int i = 1; i <= 5_000; i++) {
      int number = i;
      assertThat(queue.add(ref(i), () -> CompletableFuture.completedStage(reply(number)))).isTrue();
    }
    assertThat(answers).hasSize(5_000);
  }

  @Test
  void behindACommandNobodyKnowsTheEndOfNothingIsCarriedOutUntilItComesAgain() {
    CompletableFuture<Frame> first = add(1);
    assertThat(add(2)).isNotDone();
    first.complete(refusals.refused(ref(1), Refusal.STORE_UNAVAILABLE));
    assertThat(add(3)).isNotDone();
    assertThat(begun).containsExactly(ref(1).value());
    assertThat(answered()).containsExactly("STORE_UNAVAILABLE " + ref(1), "BEHIND " + ref(2), "BEHIND " + ref(3));
    add(1).complete(reply(1));
    add(2).complete(reply(2));
    add(3).complete(reply(3));
    assertThat(answered().subList(3, 6)).containsExactly("reply " + ref(1), "reply " + ref(2), "reply " + ref(3));
  }

  @Test
  void aRefusalThatIsTheLastWordHoldsNothingUp() {
    add(1).complete(refusals.refused(ref(1), Refusal.STALE));
    add(2).complete(reply(2));
    assertThat(answered()).containsExactly("STALE " + ref(1), "reply " + ref(2));
  }

  @Test
  void aCommandThatStaysUnknownHoldsTheOthersUpAgain() {
    add(1).complete(refusals.refused(ref(1), Refusal.STORE_UNAVAILABLE));
    add(1).complete(refusals.refused(ref(1), Refusal.STORE_NOT_DURABLE));
    assertThat(add(2)).isNotDone();
    assertThat(answered()).last().isEqualTo("BEHIND " + ref(2));
  }

  @Test
  void aClientThatDoesNotWaitForRepliesIsTurnedAway() {
    for (int i = 0; i <= 32; i++) {
      assertThat(add(i)).isNotDone();
    }
    assertThat(queue.add(ref(99), () -> CompletableFuture.completedStage(reply(99)))).isFalse();
  }

  @Test
  void itGoesOnWhereverTheAnswerComesFrom() {
    var all = new ConcurrentLinkedQueue<String>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var free = new CommandQueue(answer -> all.add(words(answer)), refusals);
      for (int i = 0; i < 2_000; i++) {
        int number = i;
        Await.until("there is room", () -> free.add(ref(number),
            () -> CompletableFuture.supplyAsync(() -> reply(number), threads)));
      }
      Await.until("all are answered", () -> all.size() == 2_000);
    }
    assertThat(all).first().isEqualTo("reply " + ref(0));
    assertThat(List.copyOf(all)).isSorted();
  }

  @Test
  void theCheckerFindsNothingWrongWithCommandsInTheirOrder() {
    for (long seed = 1; seed <= 200; seed++) {
      var inOrder = new CommandQueue(answer -> {}, refusals);
      assertThat(overtaken(seed, (ref, work) -> assertThat(inOrder.add(ref, work)).isTrue())).as("seed %d", seed)
          .isEmpty();
    }
  }

  /// Negative control: the commands of one connection carried out at the same time.
  @Test
  void theCheckerCatchesCommandsThatAreCarriedOutAtTheSameTime() {
    int caught = 0;
    for (long seed = 1; seed <= 200; seed++) {
      List<Violation> found = overtaken(seed, (ref, work) -> assertThat(work.get()).isNotNull());
      caught += found.stream().anyMatch(violation -> violation.check().equals("C4")) ? 1 : 0;
    }
    assertThat(caught).isGreaterThan(150);
  }

  /// Ten commands of one client over a store that answers in any order.
  private static List<Violation> overtaken(long seed, BiConsumer<Ref, Supplier<CompletionStage<Frame>>> carryOut) {
    var chance = new Random(seed);
    long[] clock = {0};
    var history = new History(() -> clock[0]++);
    var log = new ArrayList<LoggedEvent>();
    var due = new ArrayList<Runnable>();
    for (int i = 1; i <= 10; i++) {
      String id = ref(i).value();
      int number = i;
      history.add(at -> new Fact.Invoke(at, "anna", TOPIC.name(), id, "message.posted", "在吗", null, null));
      carryOut.accept(ref(i), () -> {
        var answer = new CompletableFuture<Frame>();
        due.add(() -> {
          log.add(new LoggedEvent(log.size() + 1L, id, log.size(), "message.posted", "buyer", "在吗"));
          answer.complete(reply(number));
        });
        return answer;
      });
    }
    while (!due.isEmpty()) {
      due.remove(chance.nextInt(due.size())).run();
    }
    return new Checker(history, new Logs(Map.of(TOPIC.name(), log))).violations();
  }
}
