package dev.xiaoer.accounts;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/// Names new accounts: 128 random bits, in no order.
@Component
public class StaffIds {

  private static final int BYTES = 16;

  private final Secrets secrets;

  StaffIds(SecureRandom random) {
    this.secrets = new Secrets(random);
  }

  public String next() {
    return secrets.next(BYTES);
  }
}
