package dev.xiaoer.gateway;

import dev.xiaoer.attachments.AttachmentSettings;
import dev.xiaoer.routing.Doors;
import dev.xiaoer.routing.FirstReplies;
import dev.xiaoer.shops.WidgetFacts;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class DeskFacts implements WidgetFacts {

  private final AttachmentSettings attachments;
  private final Doors doors;
  private final FirstReplies firstReplies;

  DeskFacts(AttachmentSettings attachments, Doors doors, FirstReplies firstReplies) {
    this.attachments = attachments;
    this.doors = doors;
    this.firstReplies = firstReplies;
  }

  @Override
  public Files files() {
    return new Files(attachments.enabled(), AttachmentSettings.TYPES, attachments.maxSize().toBytes(),
        attachments.filesPerDay());
  }

  @Override
  public Map<String, Door> doors(String desk, Collection<String> groups) {
    return doors.of(desk, groups).toCompletableFuture().join().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> shown(one.getValue())));
  }

  private static Door shown(Doors.Door door) {
    return new Door(door.isForMessages() ? 0 : door.onDuty(), door.open(), door.opensNext(), door.full());
  }

  @Override
  public @Nullable Integer firstReplySeconds(String desk, String shop) {
    return firstReplies.seconds(desk, shop).toCompletableFuture().join();
  }
}
