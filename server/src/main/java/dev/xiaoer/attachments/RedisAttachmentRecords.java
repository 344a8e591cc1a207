package dev.xiaoer.attachments;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import dev.xiaoer.redis.StoreException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Keys, both under the conversation's tag:
///
/// - `{c:<id>}:attachments` – hash, attachment id → JSON; lives as long as the conversation
/// - `{c:<id>}:uploads:<yyyy-mm-dd>` – hash of `files` and `bytes`; two days
final class RedisAttachmentRecords implements AttachmentRecords {

  private final RedisLink redis;
  private final JsonMapper json;
  private final Script reserve = Script.of(RedisAttachmentRecords.class, "reserve_upload");
  private final Script giveBack = Script.of(RedisAttachmentRecords.class, "give_back_upload");
  private final Script add = Script.of(RedisAttachmentRecords.class, "add_attachment");
  private final Script find = Script.of(RedisAttachmentRecords.class, "find_attachment");

  RedisAttachmentRecords(RedisLink redis, JsonMapper json) {
    this.redis = redis;
    this.json = json;
  }

  @Override
  public boolean reserve(ConversationId conversation, LocalDate day, long bytes, Allowance allowance) {
    List<Object> answer = await(redis.write(reserve, List.of(uploads(conversation, day)), Long.toString(bytes),
        Integer.toString(allowance.files()), Long.toString(allowance.bytes())));
    return answer.getFirst().equals(1L);
  }

  @Override
  public void giveBack(ConversationId conversation, LocalDate day, long bytes) {
    await(redis.write(giveBack, List.of(uploads(conversation, day)), Long.toString(bytes)));
  }

  @Override
  public void add(ConversationId conversation, StoredAttachment attachment) {
    await(redis.write(add, List.of(attachments(conversation)), attachment.attachment().id(),
        json.writeValueAsString(attachment)));
  }

  @Override
  public @Nullable StoredAttachment find(ConversationId conversation, String id) {
    List<Object> answer = await(redis.read(find, List.of(attachments(conversation)), id));
    return answer.isEmpty() ? null : json.readValue((String) answer.getFirst(), StoredAttachment.class);
  }

  private static String attachments(ConversationId conversation) {
    return "{c:" + conversation + "}:attachments";
  }

  private static String uploads(ConversationId conversation, LocalDate day) {
    return "{c:" + conversation + "}:uploads:" + day;
  }

  /// Uploads are rare and have a thread each: waiting is cheaper than a chain of stages. The link ends every stage in
  /// time by itself.
  private static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException broken) {
        throw broken;
      }
      throw e;
    }
  }
}
