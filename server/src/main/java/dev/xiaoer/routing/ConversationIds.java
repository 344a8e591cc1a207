package dev.xiaoer.routing;

import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Names a conversation by who opens it and by the ref of its first message, so that a repeated first message finds the
/// conversation it has opened, on any node. The ref carries the randomness; rights never rest on the id.
final class ConversationIds {

  private ConversationIds() {}

  static ConversationId openedBy(String shop, String buyer, Ref ref) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((shop + '\n' + buyer + '\n' + ref).getBytes(StandardCharsets.UTF_8));
      byte[] bits = Arrays.copyOf(digest.digest(), 16);
      return new ConversationId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
