package dev.xiaoer.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.xiaoer.desk.MovableClock;
import dev.xiaoer.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEXT_SECRET = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.UTF_8);

  private final TestShops shops = new TestShops();
  private final MovableClock clock = new MovableClock();
  private final Map<String, IdentityAgreement> agreements = new HashMap<>();
  private final SigningKeys keys = name -> name.getBytes(StandardCharsets.UTF_8);
  private final BuyerTokens tokens = new SignedBuyerTokens(
      keys,
      shops,
      new BuyerTokenSettings(Duration.ofDays(180), Duration.ofHours(12)),
      clock);
  private final Customers customers = new MemoryCustomers();
  private final Buyers buyers = new Buyers(
      shops,
      tokens,
      new Agreements(),
      new UsedOnce(),
      customers,
      keys,
      new SecureRandom(),
      clock);

  @BeforeEach
  void openShops() {
    shops.save(TestShops.shop("tea", false));
    shops.save(TestShops.shop("strict", true));
    for (String shop : List.of("tea", "strict")) {
      agree(shop, IdentityAgreement.Algorithm.HS256, SECRET);
    }
  }

  @Test
  void whomTheShopVouchesForIsKnown() throws Exception {
    Buyer buyer = admitted(buyers.admit("tea", null, signed(claims -> claims.claim("name", "王小满"))));
    assertThat(buyer.known()).isTrue();
    assertThat(buyer.name()).isEqualTo("王小满");
    Buyer again = admitted(buyers.admit("tea", null, signed(claims -> {})));
    assertThat(again.id()).isEqualTo(buyer.id());
    Buyer other = admitted(buyers.admit("tea", null, signed(claims -> claims.subject("1002"))));
    assertThat(other.id()).isNotEqualTo(buyer.id());
    assertThat(customers.of(other)).isEqualTo("1002");
    assertThat(customers.of(admitted(buyers.admit("tea", null, null)))).isNull();
  }

  @Test
  void oneCustomerOfTwoShopsIsTwoBuyers() throws Exception {
    Buyer here = admitted(buyers.admit("tea", null, signed(claims -> {})));
    Buyer there = admitted(buyers.admit("strict", null, signed(claims -> claims.audience("strict"))));
    assertThat(here.id()).isNotEqualTo(there.id());
  }

  @Test
  void anIdentityLetsInOnce() throws Exception {
    String identity = signed(claims -> {});
    admitted(buyers.admit("tea", null, identity));
    refused(identity);
  }

  @Test
  void duringAChangeOfKeysBothAreGood() throws Exception {
    agree("tea", IdentityAgreement.Algorithm.HS256, SECRET, NEXT_SECRET);
    admitted(buyers.admit("tea", null, signed(claims -> {})));
    admitted(buyers.admit("tea", null, hs256(NEXT_SECRET, claims -> {})));
    agree("tea", IdentityAgreement.Algorithm.HS256, NEXT_SECRET);
    refused(signed(claims -> {}));
  }

  @Test
  void aPublicKeyCanBeAgreedOnInsteadOfASecret() throws Exception {
    KeyPair pair = ellipticPair();
    agree("tea", IdentityAgreement.Algorithm.ES256, pair.getPublic().getEncoded());
    admitted(buyers.admit("tea", null, es256(pair)));
    refused(es256(ellipticPair()));
  }

  @Test
  void aPublicKeyIsNeverTakenForASecret() throws Exception {
    KeyPair pair = ellipticPair();
    agree("tea", IdentityAgreement.Algorithm.ES256, pair.getPublic().getEncoded());
    refused(hs256(pair.getPublic().getEncoded(), claims -> {}));
  }

  @Test
  void anAlgorithmThatWasNotAgreedOnIsRefusedEvenWithTheRightKey() throws Exception {
    byte[] strong = new byte[64];
    agree("tea", IdentityAgreement.Algorithm.HS256, strong);
    var claims = claims(change -> {});
    refused(jwt(new JWSHeader(JWSAlgorithm.HS512), claims, new MACSigner(strong)));
    refused(jwt(new JWSHeader(JWSAlgorithm.HS384), claims, new MACSigner(strong)));
    agree("tea", IdentityAgreement.Algorithm.HS256, SECRET);
    refused(es256(ellipticPair()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS256", ""})
  void anIdentityWithoutASignatureIsRefused(String algorithm) {
    String header = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
    String body = encoded(claims(change -> {}).toString());
    refused(header + "." + body + ".");
    refused(header + "." + body);
  }

  @Test
  void aBlankSignatureIsRefused() throws Exception {
    String identity = signed(claims -> {});
    String unsigned = identity.substring(0, identity.lastIndexOf('.') + 1);
    refused(unsigned);
    refused(unsigned + " ");
    refused(unsigned + encoded("\0".repeat(32)));
    refused("");
    refused("   ");
    refused("null");
  }

  @Test
  void aChangedIdentityIsRefused() throws Exception {
    String[] parts = signed(claims -> {}).split("\\.");
    refused(parts[0] + "." + encoded(claims(change -> change.subject("1002")).toString()) + "." + parts[2]);
    refused(hs256(NEXT_SECRET, claims -> {}));
  }

  @Test
  void everyClaimIsAskedFor() throws Exception {
    refused(signed(claims -> claims.issuer("somebody else")));
    refused(signed(claims -> claims.issuer(null)));
    refused(signed(claims -> claims.audience("strict")));
    refused(signed(claims -> claims.audience(List.of("tea", "strict"))));
    refused(signed(claims -> claims.audience((String) null)));
    refused(signed(claims -> claims.subject(null)));
    refused(signed(claims -> claims.subject("")));
    refused(signed(claims -> claims.jwtID(null)));
    refused(signed(claims -> claims.issueTime(null)));
    refused(signed(claims -> claims.expirationTime(null)));
    refused(signed(claims -> claims.expirationTime(at(-31))));
    refused(signed(claims -> claims.expirationTime(at(601 + 10))));
    refused(signed(claims -> claims.issueTime(at(120)).expirationTime(at(300))));
    refused(signed(claims -> claims.claim("name", 5)));
    refused(signed(claims -> claims.claim("name", "x".repeat(65))));
    refused(signed(claims -> claims.claim("name", "evil\u202Eeman")));
  }

  @Test
  void aHeaderThatAsksForMoreIsRefused() throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).criticalParams(Set.of("exp")).customParam("exp", 1).build();
    refused(jwt(header, claims(change -> {}), new MACSigner(SECRET)));
    var own = new JWSHeader.Builder(JWSAlgorithm.HS256).jwkURL(java.net.URI.create("https://evil.example/keys"));
    refused(jwt(own.build(), claims(change -> {}), new MACSigner(NEXT_SECRET)));
  }

  @Test
  void aShopThatInsistsIsNotTalkedIntoLess() {
    assertThat(buyers.admit("strict", null, null)).isEqualTo(new Buyers.Admission.Refused(Refusal.IDENTITY_REFUSED));
    assertThat(buyers.admit("strict", "nonsense", null))
        .isEqualTo(new Buyers.Admission.Refused(Refusal.IDENTITY_REFUSED));
  }

  @Test
  void anIdentityThatIsNotRightIsNotPassedOver() {
    String anonymous = ((Buyers.Admission.Admitted) buyers.admit("tea", null, null)).token();
    assertThat(buyers.admit("tea", anonymous, "forged"))
        .isEqualTo(new Buyers.Admission.Refused(Refusal.IDENTITY_REFUSED));
  }

  @Test
  void aShopWithoutAnAgreementKnowsNobody() throws Exception {
    agreements.remove("tea");
    refused(signed(claims -> {}));
  }

  @Test
  void anAnonymousBuyerWhoSignsInAtTheShopIsAnotherBuyer() throws Exception {
    var before = (Buyers.Admission.Admitted) buyers.admit("tea", null, null);
    Buyer known = admitted(buyers.admit("tea", before.token(), signed(claims -> {})));
    assertThat(known.id()).isNotEqualTo(before.buyer().id());
    assertThat(tokens.read(before.token())).isEqualTo(before.buyer());
  }

  @Test
  void anonymousIdsHaveNoOrder() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String id = admitted(buyers.admit("tea", null, null)).id();
      assertThat(id).matches("a-[A-Za-z0-9_-]{22}");
      ids.add(id);
    }
    assertThat(ids).hasSize(10_000);
    assertThat(ids.stream().map(id -> id.substring(2, 4)).distinct().count()).isGreaterThan(2_000);
  }

  @Test
  void aWeakAgreementIsNone() {
    assertThatThrownBy(() -> agree("tea", IdentityAgreement.Algorithm.HS256, new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(String.valueOf(agreements.get("tea"))).doesNotContain(Base64.getUrlEncoder().encodeToString(SECRET));
  }

  private void refused(String identity) {
    assertThat(buyers.admit("tea", null, identity))
        .isEqualTo(new Buyers.Admission.Refused(Refusal.IDENTITY_REFUSED));
  }

  private static Buyer admitted(Buyers.Admission admission) {
    assertThat(admission).isInstanceOf(Buyers.Admission.Admitted.class);
    return ((Buyers.Admission.Admitted) admission).buyer();
  }

  private void agree(String shop, IdentityAgreement.Algorithm algorithm, byte[]... agreed) {
    List<String> texts = java.util.Arrays.stream(agreed).map(Base64.getUrlEncoder()::encodeToString).toList();
    agreements.put(shop, new IdentityAgreement(algorithm, "shop-server", texts));
  }

  private String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    return hs256(SECRET, change);
  }

  private String hs256(byte[] secret, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    return jwt(new JWSHeader(JWSAlgorithm.HS256), claims(change), new MACSigner(secret));
  }

  private String es256(KeyPair pair) throws JOSEException {
    return jwt(
        new JWSHeader(JWSAlgorithm.ES256),
        claims(change -> {}),
        new ECDSASigner((ECPrivateKey) pair.getPrivate()));
  }

  private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    var claims = new JWTClaimsSet.Builder()
        .issuer("shop-server")
        .audience("tea")
        .subject("1001")
        .jwtID(UUID.randomUUID().toString())
        .issueTime(at(0))
        .expirationTime(at(300));
    change.accept(claims);
    return claims.build();
  }

  private Date at(long seconds) {
    return Date.from(clock.instant().plusSeconds(seconds));
  }

  private static String jwt(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
    var jwt = new SignedJWT(header, claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static KeyPair ellipticPair() throws GeneralSecurityException {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(new ECGenParameterSpec("secp256r1"));
    return pairs.generateKeyPair();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
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
