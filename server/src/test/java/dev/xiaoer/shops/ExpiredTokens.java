package dev.xiaoer.shops;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/// Tokens of a real desk whose time is over.
public final class ExpiredTokens {

  private static final BuyerTokenSettings OVER = new BuyerTokenSettings(Duration.ofSeconds(-1), Duration.ofSeconds(-1));

  private ExpiredTokens() {}

  public static String issue(ApplicationContext desk, Buyer buyer) {
    return new SignedBuyerTokens(desk.getBean(SigningKeys.class), desk.getBean(Shops.class), OVER,
        desk.getBean(Clock.class)).issue(buyer);
  }
}
