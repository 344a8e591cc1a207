package dev.xiaoer.attachments;

import dev.xiaoer.protocol.ConversationId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Links that open one file of one conversation for a few minutes, to whoever has them. A page cannot send a token with
/// an `<img>`; so the right to see is in the address, and the address soon says nothing.
///
/// `/files/<conversation>/<attachment>/<ms>/<signature>`
public class FileLinks {

  /// Says what is signed, so that a signature made for another purpose is none here.
  private static final String PURPOSE = "file-link-1";

  private final AttachmentSettings settings;
  private final SecretKey key;
  private final Clock clock;

  FileLinks(AttachmentSettings settings, SecretKey key, Clock clock) {
    this.settings = settings;
    this.key = key;
    this.clock = clock;
  }

  /// @return a path, or a whole URL if files have an origin of their own
  public String link(ConversationId conversation, String attachment) {
    String until = Long.toString(clock.millis() + settings.linkTime().toMillis());
    String path = "/files/" + conversation + "/" + attachment + "/" + until + "/"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(sign(conversation.value(), attachment, until));
    URI origin = settings.origin();
    return origin == null ? path : origin.resolve(path).toString();
  }

  /// Whether the desk made this link and it is not too old.
  public boolean isGood(ConversationId conversation, String attachment, String until, String signature) {
    byte[] given = decode(signature);
    if (given == null || !MessageDigest.isEqual(given, sign(conversation.value(), attachment, until))) {
      return false;
    }
    return Long.parseLong(until) > clock.millis(); // it is ours, therefore a number
  }

  private byte[] sign(String... parts) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      // no part can hold the separator: ids are base64url and a number has digits; a stranger's parts are not trusted
      return mac.doFinal((PURPOSE + "\n" + String.join("\n", parts)).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  private static byte @Nullable [] decode(String signature) {
    try {
      return Base64.getUrlDecoder().decode(signature);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
