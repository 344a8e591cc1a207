package dev.xiaoer.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.attachments.AttachmentRecords.Allowance;
import dev.xiaoer.attachments.AttachmentRecords.StoredAttachment;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the room may expect of its records, whoever keeps them.
abstract class AttachmentRecordsContract {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Allowance ALLOWANCE = new Allowance(3, 1_000);

  private AttachmentRecords records;
  private ConversationId conversation;
  private ConversationId other;

  abstract AttachmentRecords records();

  @BeforeEach
  void begin() {
    records = records();
    conversation = new ConversationId(AttachmentId.random(new SecureRandom()));
    other = new ConversationId(AttachmentId.random(new SecureRandom()));
  }

  @Test
  void anAttachmentIsFoundInItsConversationOnly() {
    var picture = new StoredAttachment(
        new ForBuyer.Attachment("attachmentAAAAAAAAAAAA", "图 \"1\".png", "image/png", 12_345_678_901L, 40, 20),
        new Author.Agent("xiaomei"), 1_772_366_400_123L);
    var text = new StoredAttachment(
        new ForBuyer.Attachment("attachmentBBBBBBBBBBBB", "a.txt", "text/plain", 1, null, null), new Author.Buyer(), 1);
    records.add(conversation, picture);
    records.add(conversation, text);

    assertThat(records.find(conversation, "attachmentAAAAAAAAAAAA")).isEqualTo(picture);
    assertThat(records.find(conversation, "attachmentBBBBBBBBBBBB")).isEqualTo(text);
    assertThat(records.find(conversation, "attachmentCCCCCCCCCCCC")).isNull();
    assertThat(records.find(other, "attachmentAAAAAAAAAAAA")).isNull();
  }

  @Test
  void theNumberOfFilesOfADayIsLimited() {
    assertThat(records.reserve(conversation, TODAY, 1, ALLOWANCE)).isTrue();
    assertThat(records.reserve(conversation, TODAY, 1, ALLOWANCE)).isTrue();
    assertThat(records.reserve(conversation, TODAY, 1, ALLOWANCE)).isTrue();
    assertThat(records.reserve(conversation, TODAY, 1, ALLOWANCE)).isFalse();

    assertThat(records.reserve(conversation, TODAY.plusDays(1), 1, ALLOWANCE)).isTrue();
    assertThat(records.reserve(other, TODAY, 1, ALLOWANCE)).isTrue();
  }

  @Test
  void theBytesOfADayAreLimitedAndARefusedFileTakesNone() {
    assertThat(records.reserve(conversation, TODAY, 600, ALLOWANCE)).isTrue();
    assertThat(records.reserve(conversation, TODAY, 401, ALLOWANCE)).isFalse();
    assertThat(records.reserve(conversation, TODAY, 400, ALLOWANCE)).isTrue();
    assertThat(records.reserve(conversation, TODAY, 1, ALLOWANCE)).isFalse();
  }

  @Test
  void whatIsGivenBackCanBeUsedAgain() {
    records.reserve(conversation, TODAY, 1_000, ALLOWANCE);
    records.giveBack(conversation, TODAY, 1_000);
    records.giveBack(other, TODAY, 1_000);

    assertThat(records.reserve(conversation, TODAY, 1_000, ALLOWANCE)).isTrue();
    assertThat(records.reserve(other, TODAY, 1_000, ALLOWANCE)).isTrue();
    assertThat(records.reserve(other, TODAY, 1, ALLOWANCE)).isFalse();
  }

  @Test
  void ofManyAtOnceNoMoreAreLetInThanAllowed() throws Exception {
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        answers.add(senders.submit(() -> records.reserve(conversation, TODAY, 1, ALLOWANCE)));
      }
      int letIn = 0;
      for (Future<Boolean> answer : answers) {
        letIn += answer.get() ? 1 : 0;
      }
      assertThat(letIn).isEqualTo(3);
    }
  }
}
