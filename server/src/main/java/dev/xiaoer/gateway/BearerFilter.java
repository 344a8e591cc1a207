package dev.xiaoer.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/// Whoever shows a token in the Authorization header is who the token says, or nobody: a session's cookie that comes
/// with it does not count. So the cookie cannot be used past the CSRF check by adding a header.
final class BearerFilter extends OncePerRequestFilter {

  private static final Authentication NOBODY = new AnonymousAuthenticationToken(
      "nobody",
      "nobody",
      AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

  private final List<AuthenticationConverter> bearers;

  BearerFilter(List<AuthenticationConverter> bearers) {
    this.bearers = bearers;
  }

  static boolean hasBearer(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (hasBearer(request)) {
      Authentication bearer = bearers.stream()
          .map(converter -> converter.convert(request))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(NOBODY);
      SecurityContextHolder.setContext(new SecurityContextImpl(bearer));
    }
    chain.doFilter(request, response);
  }
}
