package dev.xiaoer.attachments;

import dev.xiaoer.protocol.ConversationId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The twin without Redis.
final class MemoryAttachmentRecords implements AttachmentRecords {

  private final Map<ConversationId, Map<String, StoredAttachment>> attachments = new HashMap<>();
  private final Map<ConversationId, Map<LocalDate, Allowance>> used = new HashMap<>();

  @Override
  public synchronized boolean reserve(ConversationId conversation, LocalDate day, long bytes, Allowance allowance) {
    Allowance had = used(conversation, day);
    if (had.files() + 1 > allowance.files() || had.bytes() + bytes > allowance.bytes()) {
      return false;
    }
    days(conversation).put(day, new Allowance(had.files() + 1, had.bytes() + bytes));
    return true;
  }

  @Override
  public synchronized void giveBack(ConversationId conversation, LocalDate day, long bytes) {
    days(conversation).computeIfPresent(day, (d, had) -> new Allowance(had.files() - 1, had.bytes() - bytes));
  }

  @Override
  public synchronized void add(ConversationId conversation, StoredAttachment attachment) {
    attachments.computeIfAbsent(conversation, c -> new HashMap<>()).put(attachment.attachment().id(), attachment);
  }

  @Override
  public synchronized @Nullable StoredAttachment find(ConversationId conversation, String id) {
    return attachments.getOrDefault(conversation, Map.of()).get(id);
  }

  synchronized Allowance used(ConversationId conversation, LocalDate day) {
    return days(conversation).getOrDefault(day, new Allowance(0, 0));
  }

  private Map<LocalDate, Allowance> days(ConversationId conversation) {
    return used.computeIfAbsent(conversation, c -> new HashMap<>());
  }
}
