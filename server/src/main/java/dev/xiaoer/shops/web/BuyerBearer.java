package dev.xiaoer.shops.web;

import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.BuyerTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/// A buyer over HTTP: `Authorization: Bearer <token>`, and the controller gets the [Buyer] as its principal.
@Component
class BuyerBearer implements AuthenticationConverter {

  private static final String SCHEME = "Bearer ";

  private final BuyerTokens tokens;

  BuyerBearer(BuyerTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    Buyer buyer = tokens.read(header.substring(SCHEME.length()).strip());
    return buyer == null
        ? null
        : UsernamePasswordAuthenticationToken
            .authenticated(buyer, null, List.of(new SimpleGrantedAuthority("ROLE_BUYER")));
  }
}
