package dev.xiaoer.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import java.net.URI;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Identities that are forged, weak or not as agreed let nobody in.
class ForgedIdentityTest {

  private final AdmittingShops shops = new AdmittingShops();
  private final ShopServer server = new ShopServer(shops.clock);

  @Test
  void aPublicKeyIsNeverTakenForASecret() throws Exception {
    KeyPair pair = ShopServer.ellipticPair();
    shops.agree("tea", IdentityAgreement.Algorithm.ES256, pair.getPublic().getEncoded());
    shops.refuse(server.hs256(pair.getPublic().getEncoded(), claims -> {}));
  }

  @Test
  void anAlgorithmThatWasNotAgreedOnIsRefusedEvenWithTheRightKey() throws Exception {
    byte[] strong = new byte[64];
    shops.agree("tea", IdentityAgreement.Algorithm.HS256, strong);
    var claims = server.claims(change -> {});
    shops.refuse(ShopServer.jwt(new JWSHeader(JWSAlgorithm.HS512), claims, new MACSigner(strong)));
    shops.refuse(ShopServer.jwt(new JWSHeader(JWSAlgorithm.HS384), claims, new MACSigner(strong)));
    shops.agree("tea", IdentityAgreement.Algorithm.HS256, ShopServer.SECRET);
    shops.refuse(server.es256(ShopServer.ellipticPair()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS256", ""})
  void anIdentityWithoutASignatureIsRefused(String algorithm) {
    String header = ShopServer.encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
    String body = ShopServer.encoded(server.claims(change -> {}).toString());
    shops.refuse(header + "." + body + ".");
    shops.refuse(header + "." + body);
  }

  @Test
  void aBlankSignatureIsRefused() throws Exception {
    String identity = server.signed(claims -> {});
    String unsigned = identity.substring(0, identity.lastIndexOf('.') + 1);
    shops.refuse(unsigned);
    shops.refuse(unsigned + " ");
    shops.refuse(unsigned + ShopServer.encoded("\0".repeat(32)));
    shops.refuse("");
    shops.refuse("   ");
    shops.refuse("null");
  }

  @Test
  void aChangedIdentityIsRefused() throws Exception {
    String[] parts = server.signed(claims -> {}).split("\\.");
    shops.refuse(parts[0] + "." + ShopServer.encoded(server.claims(change -> change.subject("1002")).toString()) + "."
        + parts[2]);
    shops.refuse(server.hs256(ShopServer.NEXT_SECRET, claims -> {}));
  }

  @Test
  void everyClaimIsAskedFor() throws Exception {
    shops.refuse(server.signed(claims -> claims.issuer("somebody else")));
    shops.refuse(server.signed(claims -> claims.issuer(null)));
    shops.refuse(server.signed(claims -> claims.audience("strict")));
    shops.refuse(server.signed(claims -> claims.audience(List.of("tea", "strict"))));
    shops.refuse(server.signed(claims -> claims.audience((String) null)));
    shops.refuse(server.signed(claims -> claims.subject(null)));
    shops.refuse(server.signed(claims -> claims.subject("")));
    shops.refuse(server.signed(claims -> claims.jwtID(null)));
    shops.refuse(server.signed(claims -> claims.issueTime(null)));
    shops.refuse(server.signed(claims -> claims.expirationTime(null)));
    shops.refuse(server.signed(claims -> claims.expirationTime(server.at(-31))));
    shops.refuse(server.signed(claims -> claims.expirationTime(server.at(601 + 10))));
    shops.refuse(server.signed(claims -> claims.issueTime(server.at(120)).expirationTime(server.at(300))));
    shops.refuse(server.signed(claims -> claims.claim("name", 5)));
    shops.refuse(server.signed(claims -> claims.claim("name", "x".repeat(65))));
    shops.refuse(server.signed(claims -> claims.claim("name", "evil\u202Eeman")));
  }

  @Test
  void aHeaderThatAsksForMoreIsRefused() throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).criticalParams(Set.of("exp")).customParam("exp", 1).build();
    shops.refuse(ShopServer.jwt(header, server.claims(change -> {}), new MACSigner(ShopServer.SECRET)));
    var own = new JWSHeader.Builder(JWSAlgorithm.HS256).jwkURL(URI.create("https://evil.example/keys"));
    shops.refuse(ShopServer.jwt(own.build(), server.claims(change -> {}), new MACSigner(ShopServer.NEXT_SECRET)));
  }

  @Test
  void aWeakAgreementIsNone() {
    assertThatThrownBy(() -> shops.agree("tea", IdentityAgreement.Algorithm.HS256, new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(shops.agreement("tea")).doesNotContain(Base64.getUrlEncoder().encodeToString(ShopServer.SECRET));
  }
}
