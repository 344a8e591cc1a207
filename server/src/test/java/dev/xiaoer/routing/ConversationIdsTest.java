package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationIdsTest {

  /// The refs count, the ids do not: of one id nobody tells the next.
  @Test
  void conversationIdsHaveNoOrder() {
    List<String> ids = IntStream.range(0, 10_000)
        .mapToObj(i -> ConversationIds.openedBy("shop", "anna", new Ref("ref-%016d".formatted(i))))
        .map(ConversationId::value).toList();
    assertThat(new HashSet<>(ids)).hasSize(10_000);
    long rises = IntStream.range(1, 10_000).filter(i -> ids.get(i - 1).compareTo(ids.get(i)) < 0).count();
    assertThat(rises).isBetween(4_800L, 5_200L);
    assertThat(ids.stream().map(id -> id.substring(0, 4)).distinct().count()).isGreaterThan(9_900L);
  }
}
