package dev.xiaoer.hub;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Makes ids nobody can guess: 128 random bits as 22 characters of base64url.
public final class Ids {

  private final RandomGenerator random;

  public Ids() {
    this(new SecureRandom());
  }

  Ids(RandomGenerator random) {
    this.random = random;
  }

  public String next() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
