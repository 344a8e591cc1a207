package dev.xiaoer.gateway;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sets the headers before anything else looks at the request, so that no answer can be without them: refused, failed,
/// a file or a page.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter extends OncePerRequestFilter {

  private static final String POWERS = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), "
      + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), "
      + "screen-wake-lock=(), usb=(), xr-spatial-tracking=()";
  private static final String YEAR_OF_HTTPS = "max-age=31536000; includeSubDomains";

  /// The request's attribute that holds what the scripts of its page must carry.
  static final String NONCE = SecurityHeadersFilter.class.getName() + ".nonce";
  private static final int NONCE_BYTES = 16;

  private final ContentPolicies policies;
  private final SecureRandom random;

  SecurityHeadersFilter(ContentPolicies policies, SecureRandom random) {
    this.policies = policies;
    this.random = random;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      write(request, response);
    }
    chain.doFilter(request, new OneOfEach(response));
  }

  private void write(HttpServletRequest request, HttpServletResponse response) {
    String path = request.getRequestURI();
    boolean embedded = path.startsWith("/widget/");
    response.setHeader("Content-Security-Policy", policy(request));
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", embedded ? "cross-origin" : "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Permissions-Policy", POWERS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!embedded) {
      response.setHeader("X-Frame-Options", "DENY");
    }
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", YEAR_OF_HTTPS);
    }
  }

  private String policy(HttpServletRequest request) {
    String policy = policies.of(request);
    if (!policy.contains(ContentPolicies.NONCE)) {
      return policy;
    }
    byte[] bits = new byte[NONCE_BYTES];
    random.nextBytes(bits);
    String nonce = Base64.getEncoder().withoutPadding().encodeToString(bits);
    request.setAttribute(NONCE, nonce);
    return policy.replace(ContentPolicies.NONCE, nonce);
  }

  /// A controller that adds one of these headers means its own instead of ours, not both.
  private static final class OneOfEach extends HttpServletResponseWrapper {

    private static final Set<String> OURS = Set.of(
        "content-security-policy",
        "cross-origin-resource-policy",
        "x-content-type-options",
        "referrer-policy",
        "cache-control");

    OneOfEach(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
