package dev.xiaoer.gateway;

import dev.xiaoer.http.Problems;
import dev.xiaoer.protocol.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nothing is changed for a page of somebody else. Our own pages, the widget's frame among them, are all served from
/// here; the shop's page has no reason to ask.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ForeignOriginFilter extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Problems problems;

  ForeignOriginFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return SAFE.contains(request.getMethod()) || !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || RequestOrigin.is(origin, request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(Refusal.FORBIDDEN, request, response);
    }
  }
}
