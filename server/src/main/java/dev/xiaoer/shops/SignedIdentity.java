package dev.xiaoer.shops;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shop's server says about a buyer, once its signature and its claims have been checked.
///
/// @param subject the shop's own id of the buyer
/// @param token the id of the token, for its single use
/// @param tier the buyer's rank: the groups say what it is worth
record SignedIdentity(String issuer, String subject, String token, @Nullable String name,
    @Nullable String tier) {

  static final Duration LONGEST = Duration.ofMinutes(10);
  /// Two clocks may differ by this.
  static final Duration TOLERANCE = Duration.ofSeconds(30);
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_TIER = 32;
  private static final int LONGEST_ID = 255;

  /// @return null when anything about it is not as agreed
  static @Nullable SignedIdentity read(String text, String shop, IdentityAgreement agreement, Instant now) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      return isSigned(token, agreement) ? checked(token.getJWTClaimsSet(), shop, agreement, now) : null;
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return null;
    }
  }

  /// The agreement names the algorithm; the token may only repeat it. So neither `none` nor a public key taken for a
  /// secret gets this far.
  private static boolean isSigned(SignedJWT token, IdentityAgreement agreement) throws JOSEException {
    if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.parse(agreement.algorithm().name()))
        || token.getHeader().getCriticalParams() != null) {
      return false;
    }
    boolean signed = false;
    for (String key : agreement.keys()) {
      signed |= token.verify(verifier(agreement.algorithm(), Base64.getUrlDecoder().decode(key)));
    }
    return signed;
  }

  private static JWSVerifier verifier(IdentityAgreement.Algorithm algorithm, byte[] key) throws JOSEException {
    return switch (algorithm) {
      case HS256 -> new MACVerifier(key);
      case ES256 -> new ECDSAVerifier(publicKey(key));
    };
  }

  private static ECPublicKey publicKey(byte[] key) throws JOSEException {
    try {
      return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key));
    } catch (GeneralSecurityException e) {
      throw new JOSEException("the agreed key cannot be read", e);
    }
  }

  private static @Nullable SignedIdentity checked(
      JWTClaimsSet claims,
      String shop,
      IdentityAgreement agreement,
      Instant now) throws ParseException {
    boolean meantForUs = agreement.issuer().equals(claims.getIssuer()) && claims.getAudience().equals(List.of(shop));
    String subject = claims.getSubject();
    String token = claims.getJWTID();
    String name = claims.getStringClaim("name");
    if (!meantForUs || !isFresh(claims.getIssueTime(), claims.getExpirationTime(), now)) {
      return null;
    }
    String tier = claims.getStringClaim("tier");
    if (tier != null && (!isName(tier) || tier.length() > LONGEST_TIER)) {
      return null;
    }
    if (subject == null || !isId(subject) || token == null || !isId(token) || (name != null && !isName(name))) {
      return null;
    }
    return new SignedIdentity(agreement.issuer(), subject, token, name, tier);
  }

  private static boolean isFresh(@Nullable Date issued, @Nullable Date expires, Instant now) {
    if (issued == null || expires == null) {
      return false;
    }
    Instant from = issued.toInstant();
    Instant until = expires.toInstant();
    return !from.isAfter(now.plus(TOLERANCE))
        && now.isBefore(until.plus(TOLERANCE))
        && until.isAfter(from)
        && !until.isAfter(from.plus(LONGEST));
  }

  private static boolean isId(String id) {
    return !id.isBlank() && id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.codePointCount(0, name.length()) <= LONGEST_NAME
        && name.chars().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}
