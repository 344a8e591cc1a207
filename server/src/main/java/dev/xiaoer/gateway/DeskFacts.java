package dev.xiaoer.gateway;

import dev.xiaoer.attachments.AttachmentSettings;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.routing.FirstReplies;
import dev.xiaoer.shops.WidgetFacts;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class DeskFacts implements WidgetFacts {

  private final AttachmentSettings attachments;
  private final Availability availability;
  private final FirstReplies firstReplies;

  DeskFacts(AttachmentSettings attachments, Availability availability, FirstReplies firstReplies) {
    this.attachments = attachments;
    this.availability = availability;
    this.firstReplies = firstReplies;
  }

  @Override
  public Files files() {
    return new Files(attachments.enabled(), AttachmentSettings.TYPES, attachments.maxSize().toBytes(),
        attachments.filesPerDay());
  }

  @Override
  public Map<String, Integer> onDuty(String desk, Collection<String> groups) {
    return availability.onDuty(desk, groups).toCompletableFuture().join();
  }

  @Override
  public @Nullable Integer firstReplySeconds(String desk, String shop) {
    return firstReplies.seconds(desk, shop).toCompletableFuture().join();
  }
}
