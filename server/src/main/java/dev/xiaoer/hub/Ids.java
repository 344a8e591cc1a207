package dev.xiaoer.hub;

import java.util.Base64;
import java.util.random.RandomGenerator;

/// Makes ids of 128 random bits as 22 characters of base64url: nobody can guess them, if nobody can guess the source.
public final class Ids {

  private final RandomGenerator random;

  Ids(RandomGenerator random) {
    this.random = random;
  }

  public String next() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
