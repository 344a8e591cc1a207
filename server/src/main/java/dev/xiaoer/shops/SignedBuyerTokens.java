package dev.xiaoer.shops;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A token is `1.<contents>.<signature>`, the contents being expiry, shop, buyer and name, one a line, in base64url. That
/// of a buyer with a tier is `2.…`, and the tier stands before the name.
@Component
class SignedBuyerTokens implements BuyerTokens {

  private static final String PLAIN = "1.";
  private static final String WITH_TIER = "2.";
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
    String who = String.join("\n", Long.toString(expiry), buyer.shop(), buyer.id());
    String tier = buyer.tier();
    String contents = who + '\n' + (tier == null ? name : tier + '\n' + name);
    String signed = (tier == null ? PLAIN : WITH_TIER) + encoded(contents.getBytes(StandardCharsets.UTF_8));
    return signed + "." + encoded(signature.of(signed));
  }

  @Override
  public @Nullable Buyer read(String token) {
    int last = token.lastIndexOf('.');
    if (last < 0 || token.length() > LONGEST || !(token.startsWith(PLAIN) || token.startsWith(WITH_TIER))) {
      return null;
    }
    String signed = token.substring(0, last);
    byte[] shown = decoded(token.substring(last + 1));
    if (shown == null || !signature.fits(signed, shown)) {
      return null;
    }
    byte[] contents = decoded(signed.substring(PLAIN.length()));
    return contents == null ? null : holder(new String(contents, StandardCharsets.UTF_8), token.startsWith(WITH_TIER));
  }

  private @Nullable Buyer holder(String contents, boolean hasTier) {
    String[] parts = contents.split("\n", hasTier ? 5 : 4);
    if (clock.instant().getEpochSecond() >= Long.parseLong(parts[0])) {
      return null;
    }
    String name = parts[parts.length - 1];
    var buyer = new Buyer(parts[2], parts[1], name.isEmpty() ? null : name, hasTier ? parts[3] : null);
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
