package dev.xiaoer.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/// The default installation, one server with its own Redis: both are killed in mid-sentence, again and again.
@Execution(ExecutionMode.CONCURRENT)
class KilledTest {

  private static final int ROUNDS = 3;

  @Test
  void nothingAcknowledgedIsMissingAndNobodyWhoWaitedIsForgotten() {
    try (Node node = Node.start("--desk.redis.server=embedded").up()) {
      var ci = new Agent("ci", 1);
      ci.connect(node);
      ci.goesOnline();
      var anna = new Buyer("anna", 2);
      anna.connect(node);
      anna.asks("aftersales", "在吗");
      ci.has(anna.conversation());
      var ben = new Buyer("ben", 3);
      ben.connect(node);
      ben.asks("presales", "没人理我");

      Map<String, Long> acknowledged = new HashMap<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < 200; i++) {
          anna.says("买家" + round + "-" + i);
          ci.says(anna.conversation(), "客服" + round + "-" + i);
        }
        anna.hears("买家" + round + "-20");
        killBoth(node);
        acknowledged.putAll(seqs(anna.replies()));
        node.startAgain();
        node.up();
        ci.connect(node);
        anna.connect(node);
        anna.awaitReplies();
        ci.awaitReplies();
      }
      acknowledged.putAll(seqs(anna.replies()));
      anna.hears("客服" + (ROUNDS - 1) + "-199");

      Buyer tab = anna.inAnotherTab();
      tab.connect(node);
      tab.hears("客服" + (ROUNDS - 1) + "-199");
      Map<String, Long> log = tab.screen(anna.topic()).stream()
          .collect(Collectors.toMap(frame -> frame.path("id").asString(), frame -> frame.path("seq").asLong()));
      assertThat(log).containsAllEntriesOf(acknowledged);
      assertThat(tab.screen(anna.topic())).isEqualTo(anna.screen(anna.topic()));
      anna.sawEverythingOnce();
      ci.sawEverythingOnce();

      var qing = new Agent("qing", 4);
      qing.connect(node);
      qing.goesOnline();
      qing.has(ben.conversation());
    }
  }

  private static void killBoth(Node node) {
    node.kill9();
    try {
      String pid = Files.readString(node.folder().resolve("data/redis/redis.pid")).strip();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Long> seqs(Map<String, JsonNode> replies) {
    return replies.values().stream()
        .filter(reply -> reply.path("topic").asString().endsWith(":buyer"))
        .collect(Collectors.toMap(reply -> reply.path("id").asString(), reply -> reply.path("seq").asLong()));
  }
}
