package dev.xiaoer.shops;

import java.util.Base64;
import java.util.List;

/// What was agreed with a shop about how its server signs who a buyer is.
///
/// @param algorithm the only one accepted, whatever a token says of itself
/// @param issuer the `iss` of its tokens
/// @param keys one, or two while the shop changes from one to the other. HS256: the secret, at least 256 bit, in
///   base64url; ES256: the public key (X.509) in base64url
public record IdentityAgreement(Algorithm algorithm, String issuer, List<String> keys) {

  private static final int LEAST_SECRET_BYTES = 32;

  public IdentityAgreement {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > 2) {
      throw new IllegalArgumentException("an agreement has one key, or two while they change");
    }
    if (issuer.isBlank()) {
      throw new IllegalArgumentException("an agreement names the issuer");
    }
    for (String key : keys) {
      if (algorithm == Algorithm.HS256 && Base64.getUrlDecoder().decode(key).length < LEAST_SECRET_BYTES) {
        throw new IllegalArgumentException("a secret has at least 256 bit");
      }
    }
  }

  public enum Algorithm {
    HS256, ES256
  }

  /// Keys stay out of logs.
  @Override
  public String toString() {
    return "IdentityAgreement[" + algorithm + ", " + issuer + ", " + keys.size() + " keys]";
  }
}
