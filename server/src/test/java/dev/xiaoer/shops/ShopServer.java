package dev.xiaoer.shops;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

/// A shop's server, which says who its customer 1001 is, well or badly.
final class ShopServer {

  static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  static final byte[] NEXT_SECRET = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.UTF_8);

  private final Clock clock;

  ShopServer(Clock clock) {
    this.clock = clock;
  }

  String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    return hs256(SECRET, change);
  }

  String hs256(byte[] secret, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    return jwt(new JWSHeader(JWSAlgorithm.HS256), claims(change), new MACSigner(secret));
  }

  String es256(KeyPair pair) throws JOSEException {
    return jwt(
        new JWSHeader(JWSAlgorithm.ES256),
        claims(change -> {}),
        new ECDSASigner((ECPrivateKey) pair.getPrivate()));
  }

  JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
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

  Date at(long seconds) {
    return Date.from(clock.instant().plusSeconds(seconds));
  }

  static String jwt(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
    var jwt = new SignedJWT(header, claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  static KeyPair ellipticPair() throws GeneralSecurityException {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    pairs.initialize(new ECGenParameterSpec("secp256r1"));
    return pairs.generateKeyPair();
  }

  static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
