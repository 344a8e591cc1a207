package dev.xiaoer.shops;

import dev.xiaoer.protocol.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Lets buyers in. Who a buyer is comes from a token of ours or from the signature of the shop's server, never from
/// anything typed: an anonymous buyer's history is not merged into anybody's.
@Service
public class Buyers {

  private static final int ID_BYTES = 16;

  private final Shops shops;
  private final BuyerTokens tokens;
  private final IdentityAgreements agreements;
  private final UsedIdentities used;
  private final Customers customers;
  private final Signature ids;
  private final SecureRandom random;
  private final Clock clock;

  Buyers(
      Shops shops,
      BuyerTokens tokens,
      IdentityAgreements agreements,
      UsedIdentities used,
      Customers customers,
      SigningKeys keys,
      SecureRandom random,
      Clock clock) {
    this.shops = shops;
    this.tokens = tokens;
    this.agreements = agreements;
    this.used = used;
    this.customers = customers;
    this.ids = new Signature(keys.key("buyer-ids"));
    this.random = random;
    this.clock = clock;
  }

  /// What came of it.
  public sealed interface Admission {
    record Admitted(String token, Buyer buyer) implements Admission {}

    record Refused(Refusal code) implements Admission {}
  }

  /// @param token what the widget kept from the last time
  /// @param identity what the shop's server signed; when there is one it decides, and one that is not right is refused
  ///   and not passed over
  public Admission admit(String shopId, @Nullable String token, @Nullable String identity) {
    Shop shop = shops.find(shopId);
    if (shop == null) {
      return new Admission.Refused(Refusal.NOT_FOUND);
    }
    if (identity != null) {
      return known(shop, identity);
    }
    Buyer back = token == null ? null : tokens.read(token);
    if (token != null && back != null && back.shop().equals(shop.id())) {
      return new Admission.Admitted(back.known() ? token : tokens.issue(back), back);
    }
    return shop.identityEnforced() ? new Admission.Refused(Refusal.IDENTITY_REFUSED) : anonymous(shop);
  }

  private Admission known(Shop shop, String identity) {
    IdentityAgreement agreement = agreements.find(shop.id());
    SignedIdentity signed = agreement == null
        ? null
        : SignedIdentity.read(identity, shop.id(), agreement, clock.instant());
    if (signed == null
        || !used.use(shop.id(), signed.token(),
            SignedIdentity.LONGEST.plus(SignedIdentity.TOLERANCE.multipliedBy(2)))) {
      return new Admission.Refused(Refusal.IDENTITY_REFUSED);
    }
    var buyer = new Buyer(knownId(shop.id(), signed.issuer(), signed.subject()), shop.id(), signed.name(),
        signed.tier());
    customers.remember(buyer, signed.subject());
    return new Admission.Admitted(tokens.issue(buyer), buyer);
  }

  /// Which buyer a customer of the shop is, once the shop's server has vouched for them; null when it never could.
  ///
  /// @param customer the shop's own id, as in the `sub` of an identity
  public @Nullable String idOf(String shop, String customer) {
    IdentityAgreement agreement = agreements.find(shop);
    return agreement == null ? null : knownId(shop, agreement.issuer(), customer);
  }

  private String knownId(String shop, String issuer, String subject) {
    byte[] named = ids.of(String.join("\n", shop, issuer, subject));
    return Buyer.KNOWN + encoded(Arrays.copyOf(named, ID_BYTES));
  }

  private Admission anonymous(Shop shop) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    var buyer = new Buyer(Buyer.ANONYMOUS + encoded(id), shop.id(), null);
    return new Admission.Admitted(tokens.issue(buyer), buyer);
  }

  private static String encoded(byte[] id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }
}
