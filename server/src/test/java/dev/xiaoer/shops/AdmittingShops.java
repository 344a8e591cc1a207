package dev.xiaoer.shops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.MovableClock;
import dev.xiaoer.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two shops that let buyers in, and what each has agreed on with its server; one of them insists on it.
final class AdmittingShops {

  static final Buyers.Admission REFUSED = new Buyers.Admission.Refused(Refusal.IDENTITY_REFUSED);

  private final Map<String, IdentityAgreement> agreements = new HashMap<>();
  private final SigningKeys keys = name -> name.getBytes(StandardCharsets.UTF_8);
  final MovableClock clock = new MovableClock();
  final Customers customers = new MemoryCustomers();
  final BuyerTokens tokens;
  final Buyers buyers;

  AdmittingShops() {
    var shops = new TestShops();
    shops.save(TestShops.shop("tea", false));
    shops.save(TestShops.shop("strict", true));
    this.tokens = new SignedBuyerTokens(keys, shops, new BuyerTokenSettings(Duration.ofDays(180), Duration.ofHours(12)),
        clock);
    this.buyers = new Buyers(shops, tokens, new Agreements(), new UsedOnce(), customers, keys, new SecureRandom(),
        clock);
    for (String shop : List.of("tea", "strict")) {
      agree(shop, IdentityAgreement.Algorithm.HS256, ShopServer.SECRET);
    }
  }

  void agree(String shop, IdentityAgreement.Algorithm algorithm, byte[]... agreed) {
    List<String> texts = Arrays.stream(agreed).map(Base64.getUrlEncoder()::encodeToString).toList();
    agreements.put(shop, new IdentityAgreement(algorithm, "shop-server", texts));
  }

  void agreeOnNothing(String shop) {
    agreements.remove(shop);
  }

  String agreement(String shop) {
    return String.valueOf(agreements.get(shop));
  }

  void refuse(String identity) {
    assertThat(buyers.admit("tea", null, identity)).isEqualTo(REFUSED);
  }

  Buyer admit(String shop, @Nullable String identity) {
    return admitted(buyers.admit(shop, null, identity));
  }

  static Buyer admitted(Buyers.Admission admission) {
    assertThat(admission).isInstanceOf(Buyers.Admission.Admitted.class);
    return ((Buyers.Admission.Admitted) admission).buyer();
  }

  private final class Agreements implements IdentityAgreements {
    @Override
    public @Nullable IdentityAgreement find(String shop) {
      return agreements.get(shop);
    }

    @Override
    public void save(String shop, IdentityAgreement agreement) {
      agreements.put(shop, agreement);
    }
  }

  private static final class UsedOnce implements UsedIdentities {
    private final Set<String> used = new HashSet<>();

    @Override
    public boolean use(String shop, String jti, Duration keep) {
      return used.add(shop + "\n" + jti);
    }
  }
}
