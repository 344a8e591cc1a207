package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known about the files of conversations, and how many each has had today.
interface AttachmentRecords {

  /// Takes one file and its bytes from the conversation's allowance of the day, or nothing at all.
  ///
  /// @return false if either is used up
  boolean reserve(ConversationId conversation, LocalDate day, long bytes, Allowance allowance);

  /// Gives back what was reserved, because the fault was ours.
  void giveBack(ConversationId conversation, LocalDate day, long bytes);

  void add(ConversationId conversation, StoredAttachment attachment);

  @Nullable
  StoredAttachment find(ConversationId conversation, String id);

  /// @param files of one conversation and day
  /// @param bytes of one conversation and day
  record Allowance(int files, long bytes) {}

  /// @param by who uploaded it
  /// @param at when, in ms
  record StoredAttachment(ForBuyer.Attachment attachment, Author by, long at) {}
}
