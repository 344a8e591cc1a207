package dev.xiaoer.gateway;

import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a page may load, and who may frame it. Only the widget can be framed: by the shop it is asked for, on the pages
/// that this shop has named.
@Component
class ContentPolicies {

  private static final String OURS_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
      + "img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; media-src 'self'; object-src 'none'; "
      + "base-uri 'none'; form-action 'self'";
  /// The page of the API document sets style attributes.
  private static final String DOCUMENT = OURS_ONLY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  private static final String NO_FRAMES = "; frame-src 'none'; frame-ancestors 'none'";
  private static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Shops shops;

  ContentPolicies(Shops shops) {
    this.shops = shops;
  }

  String of(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.startsWith("/api/") || path.startsWith("/files/")) {
      return NOTHING;
    }
    if (path.startsWith("/api-docs")) {
      return DOCUMENT + NO_FRAMES;
    }
    if (path.startsWith("/demo/")) {
      return OURS_ONLY + "; frame-src 'self'; frame-ancestors 'none'";
    }
    if (path.startsWith("/widget/")) {
      return OURS_ONLY + "; frame-src 'none'; frame-ancestors " + framers(shopOf(request.getQueryString()));
    }
    return OURS_ONLY + NO_FRAMES;
  }

  private String framers(@Nullable String id) {
    Shop shop = id == null ? null : shops.find(id);
    return shop == null || shop.origins().isEmpty()
        ? "'none'"
        : shop.origins().stream().sorted().collect(Collectors.joining(" "));
  }

  /// Read by hand: asking the container for parameters is left to those who know the request's body.
  private static @Nullable String shopOf(@Nullable String query) {
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&")) {
      if (pair.startsWith("shop=")) {
        return pair.substring("shop=".length());
      }
    }
    return null;
  }
}
