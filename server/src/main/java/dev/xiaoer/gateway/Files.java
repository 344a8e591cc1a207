package dev.xiaoer.gateway;

import dev.xiaoer.attachments.Attachments;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer.Attachment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Uploaded files, looked up beside the sockets' threads: [Attachments] waits for its answers.
final class Files {

  private final Attachments attachments;
  private final Executor virtualThreads;

  Files(Attachments attachments, Executor virtualThreads) {
    this.attachments = attachments;
    this.virtualThreads = virtualThreads;
  }

  CompletionStage<@Nullable Attachment> find(ConversationId conversation, String id) {
    return CompletableFuture.supplyAsync(() -> attachments.find(conversation, id), virtualThreads);
  }
}
