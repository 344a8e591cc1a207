package dev.xiaoer.hub;

import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import io.lettuce.core.XAddArgs;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

class TopicLogTest {

  @Nested
  class InMemory implements TopicLogContract {
    private final Agenda agenda = new Agenda(new Random(1));
    private final MemoryTopicLog log = new MemoryTopicLog(agenda);

    @Override
    public TopicLog log() {
      return log;
    }

    @Override
    public void append(Topic topic, long seq, String id, String event) {
      if (log.append(topic, id, event) != seq) {
        throw new AssertionError("not the next seq: " + seq);
      }
    }

    @Override
    public void replace(Topic topic, long seq, String event) {
      log.replace(topic, seq, event);
    }

    @Override
    public Set<String> nodes(Topic topic) {
      return Set.copyOf(log.nodes(topic));
    }

    @Override
    public <T> T answered(CompletionStage<T> stage) {
      agenda.finish();
      return stage.toCompletableFuture().join();
    }
  }

  @Nested
  class InTheEmbeddedRedis extends InRedis {
    InTheEmbeddedRedis() {
      super(RedisEdition.EMBEDDED);
    }
  }

  @Nested
  class InTheRedisOfTheMachine extends InRedis {
    InTheRedisOfTheMachine() {
      super(RedisEdition.PATH);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class InRedis implements TopicLogContract {
    private final RedisEdition edition;
    private TestRedis redis;
    private RedisLink link;

    InRedis(RedisEdition edition) {
      this.edition = edition;
    }

    @BeforeAll
    void start() {
      redis = TestRedis.start(edition);
      link = redis.link();
    }

    @BeforeEach
    void empty() {
      redis.cli("FLUSHALL");
    }

    @AfterAll
    void stop() {
      if (redis != null) {
        redis.close();
      }
    }

    @Override
    public TopicLog log() {
      return new RedisTopicLog(link);
    }

    @Override
    public void append(Topic topic, long seq, String id, String event) {
      answered(link.commands().xadd(TopicKeys.log(topic), new XAddArgs().id(seq + "-0"),
          Map.of("e", stored(id, event))));
    }

    @Override
    public void replace(Topic topic, long seq, String event) {
      answered(link.commands().hset(TopicKeys.replaced((Topic.Buyer) topic), Long.toString(seq),
          stored("id-" + seq, event)));
    }

    private static String stored(String id, String event) {
      return id + " 1700000000000 " + event;
    }

    @Override
    public Set<String> nodes(Topic topic) {
      return answered(link.commands().smembers(TopicKeys.nodes(topic)));
    }

    @Override
    public <T> T answered(CompletionStage<T> stage) {
      return stage.toCompletableFuture().join();
    }
  }
}
