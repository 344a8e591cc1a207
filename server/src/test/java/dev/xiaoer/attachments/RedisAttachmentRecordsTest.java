package dev.xiaoer.attachments;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.redis.TestRedis;
import dev.xiaoer.redis.embedded.RedisEdition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/// The contract on every edition of Redis there is.
class RedisAttachmentRecordsTest {

  @Nested
  class OnTheEmbeddedRedis extends OnRedis {
    OnTheEmbeddedRedis() {
      super(RedisEdition.EMBEDDED);
    }
  }

  @Nested
  class OnTheMachinesRedis extends OnRedis {
    OnTheMachinesRedis() {
      super(RedisEdition.PATH);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class OnRedis extends AttachmentRecordsContract {

    private final RedisEdition edition;
    private TestRedis redis;
    private AttachmentRecords records;

    OnRedis(RedisEdition edition) {
      this.edition = edition;
    }

    @BeforeAll
    void start() {
      redis = TestRedis.start(edition);
      records = new RedisAttachmentRecords(redis.link(), new StrictJson().mapper());
    }

    @AfterAll
    void stop() throws Exception {
      redis.close();
    }

    @Override
    AttachmentRecords records() {
      return records;
    }
  }
}
