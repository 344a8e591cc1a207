package dev.xiaoer.attachments;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// 128 unguessable bits as 22 characters of base64url: safe as a file's name and in a path.
final class AttachmentId {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

  private AttachmentId() {}

  static String random(SecureRandom random) {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  static boolean isId(String text) {
    return SHAPE.matcher(text).matches();
  }
}
