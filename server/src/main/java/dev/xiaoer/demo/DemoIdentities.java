package dev.xiaoer.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.xiaoer.shops.IdentityAgreement;
import dev.xiaoer.shops.IdentityAgreements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Does what the demo shop's own server would do for a customer who is signed in there. A real shop keeps the secret on
/// its own server.
@Component
@Profile("demo")
class DemoIdentities {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final DemoScript script;
  private final IdentityAgreements agreements;
  private final Clock clock;

  DemoIdentities(DemoScript script, IdentityAgreements agreements, Clock clock) {
    this.script = script;
    this.agreements = agreements;
    this.clock = clock;
  }

  String sign(DemoDesk.Customer customer) {
    IdentityAgreement agreement = Objects.requireNonNull(agreements.find(script.shop()), "filled in at start");
    Instant now = clock.instant();
    var claims = new JWTClaimsSet.Builder()
        .issuer(agreement.issuer())
        .audience(script.shop())
        .subject(customer.id())
        .claim("name", customer.name())
        .claim("tier", customer.tier())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFETIME)))
        .jwtID(UUID.randomUUID().toString())
        .build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(Base64.getUrlDecoder().decode(agreement.keys().getFirst())));
    } catch (JOSEException e) {
      throw new IllegalStateException("the demo shop's secret does not sign", e);
    }
    return token.serialize();
  }
}
