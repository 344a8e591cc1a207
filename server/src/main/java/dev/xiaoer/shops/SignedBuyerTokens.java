package dev.xiaoer.shops;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A token is `1.<contents>.<signature>`, the contents being expiry, shop, buyer and name, one a line, in base64url.
@Component
class SignedBuyerTokens implements BuyerTokens {

  private static final String VERSION = "1";
  private static final int LONGEST = 1024;

  private final Signature signature;
  private final Shops shops;
  private final BuyerTokenSettings settings;
  private final Clock clock;

  SignedBuyerTokens(SigningKeys keys, Shops shops, BuyerTokenSettings settings, Clock clock) {
    this.signature = new Signature(keys.key("buyer-tokens"));
    this.shops = shops;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String issue(Buyer buyer) {
    var lifetime = buyer.known() ? settings.known() : settings.anonymous();
    long expiry = clock.instant().plus(lifetime).getEpochSecond();
    String name = buyer.name() == null ? "" : buyer.name();
    String contents = String.join("\n", Long.toString(expiry), buyer.shop(), buyer.id(), name);
    String signed = VERSION + "." + encoded(contents.getBytes(StandardCharsets.UTF_8));
    return signed + "." + encoded(signature.of(signed));
  }

  @Override
  public @Nullable Buyer read(String token) {
    int last = token.lastIndexOf('.');
    if (last < 0 || token.length() > LONGEST || !token.startsWith(VERSION + ".")) {
      return null;
    }
    String signed = token.substring(0, last);
    byte[] shown = decoded(token.substring(last + 1));
    if (shown == null || !signature.fits(signed, shown)) {
      return null;
    }
    byte[] contents = decoded(signed.substring(VERSION.length() + 1));
    return contents == null ? null : holder(new String(contents, StandardCharsets.UTF_8));
  }

  private @Nullable Buyer holder(String contents) {
    String[] parts = contents.split("\n", 4);
    if (clock.instant().getEpochSecond() >= Long.parseLong(parts[0])) {
      return null;
    }
    var buyer = new Buyer(parts[2], parts[1], parts[3].isEmpty() ? null : parts[3]);
    Shop shop = shops.find(buyer.shop());
    boolean welcome = shop != null && (buyer.known() || !shop.identityEnforced());
    return welcome ? buyer : null;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Base64 has spellings that decode to the same bytes; only ours is accepted, so that a token has one spelling.
  private static byte @Nullable [] decoded(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return encoded(bytes).equals(text) ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
