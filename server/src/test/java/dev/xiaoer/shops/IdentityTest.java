package dev.xiaoer.shops;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whom a shop lets in, and as whom.
class IdentityTest {

  private final AdmittingShops shops = new AdmittingShops();
  private final ShopServer server = new ShopServer(shops.clock);

  @Test
  void whomTheShopVouchesForIsKnown() throws Exception {
    Buyer buyer = shops.admit("tea", server.signed(claims -> claims.claim("name", "王小满")));
    assertThat(buyer.known()).isTrue();
    assertThat(buyer.name()).isEqualTo("王小满");
    Buyer again = shops.admit("tea", server.signed(claims -> {}));
    assertThat(again.id()).isEqualTo(buyer.id());
    Buyer other = shops.admit("tea", server.signed(claims -> claims.subject("1002")));
    assertThat(other.id()).isNotEqualTo(buyer.id());
    assertThat(shops.customers.of(other)).isEqualTo("1002");
    assertThat(shops.customers.of(shops.admit("tea", null))).isNull();
  }

  @Test
  void oneCustomerOfTwoShopsIsTwoBuyers() throws Exception {
    Buyer here = shops.admit("tea", server.signed(claims -> {}));
    Buyer there = shops.admit("strict", server.signed(claims -> claims.audience("strict")));
    assertThat(here.id()).isNotEqualTo(there.id());
  }

  @Test
  void anIdentityLetsInOnce() throws Exception {
    String identity = server.signed(claims -> {});
    shops.admit("tea", identity);
    shops.refuse(identity);
  }

  @Test
  void duringAChangeOfKeysBothAreGood() throws Exception {
    shops.agree("tea", IdentityAgreement.Algorithm.HS256, ShopServer.SECRET, ShopServer.NEXT_SECRET);
    shops.admit("tea", server.signed(claims -> {}));
    shops.admit("tea", server.hs256(ShopServer.NEXT_SECRET, claims -> {}));
    shops.agree("tea", IdentityAgreement.Algorithm.HS256, ShopServer.NEXT_SECRET);
    shops.refuse(server.signed(claims -> {}));
  }

  @Test
  void aPublicKeyCanBeAgreedOnInsteadOfASecret() throws Exception {
    KeyPair pair = ShopServer.ellipticPair();
    shops.agree("tea", IdentityAgreement.Algorithm.ES256, pair.getPublic().getEncoded());
    shops.admit("tea", server.es256(pair));
    shops.refuse(server.es256(ShopServer.ellipticPair()));
  }

  @Test
  void aShopThatInsistsIsNotTalkedIntoLess() {
    assertThat(shops.buyers.admit("strict", null, null)).isEqualTo(AdmittingShops.REFUSED);
    assertThat(shops.buyers.admit("strict", "nonsense", null))
        .isEqualTo(AdmittingShops.REFUSED);
  }

  @Test
  void anIdentityThatIsNotRightIsNotPassedOver() {
    String anonymous = ((Buyers.Admission.Admitted) shops.buyers.admit("tea", null, null)).token();
    assertThat(shops.buyers.admit("tea", anonymous, "forged"))
        .isEqualTo(AdmittingShops.REFUSED);
  }

  @Test
  void aShopWithoutAnAgreementKnowsNobody() throws Exception {
    shops.agreeOnNothing("tea");
    shops.refuse(server.signed(claims -> {}));
  }

  @Test
  void anAnonymousBuyerWhoSignsInAtTheShopIsAnotherBuyer() throws Exception {
    var before = (Buyers.Admission.Admitted) shops.buyers.admit("tea", null, null);
    Buyer known = AdmittingShops.admitted(shops.buyers.admit("tea", before.token(), server.signed(claims -> {})));
    assertThat(known.id()).isNotEqualTo(before.buyer().id());
    assertThat(shops.tokens.read(before.token())).isEqualTo(before.buyer());
  }

  @Test
  void anonymousIdsHaveNoOrder() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String id = shops.admit("tea", null).id();
      assertThat(id).matches("a-[A-Za-z0-9_-]{22}");
      ids.add(id);
    }
    assertThat(ids).hasSize(10_000);
    assertThat(ids.stream().map(id -> id.substring(2, 4)).distinct().count()).isGreaterThan(2_000);
  }
}
