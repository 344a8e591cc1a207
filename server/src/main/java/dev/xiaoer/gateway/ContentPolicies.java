package dev.xiaoer.gateway;

import dev.xiaoer.attachments.AttachmentSettings;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a page may load, and who may frame it. Only the widget can be framed: by the shop it is asked for, on the pages
/// that this shop has named. A page runs the scripts that carry the nonce of this very answer, and what those load.
@Component
class ContentPolicies {

  /// Where the nonce goes; the answer's headers and its page get the same one.
  static final String NONCE = "{nonce}";

  private static final String OURS_ONLY = "default-src 'none'; script-src 'nonce-" + NONCE + "' 'strict-dynamic'; "
      + "style-src 'self'; connect-src 'self'; img-src 'self' data: blob:%s; font-src 'self'; manifest-src 'self'; "
      + "media-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
      // Vue makes HTML of its own templates' fixed parts; nobody else makes any.
      + "require-trusted-types-for 'script'; trusted-types vue; ";
  /// The page of the API document is not ours: it sets style attributes and has scripts without a nonce.
  private static final String DOCUMENT = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
      + "connect-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
      + "frame-src 'none'; frame-ancestors 'none'";
  private static final String NO_FRAMES = "frame-src 'none'; frame-ancestors 'none'";
  private static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  /// In characters. Containers and proxies take headers of 8 KB in all; pictures of the origins beyond are not loaded.
  private static final int MOST_OF_ORIGINS = 4_000;

  private final Shops shops;
  private final Set<String> filesElsewhere;

  ContentPolicies(Shops shops, AttachmentSettings attachments) {
    this.shops = shops;
    this.filesElsewhere = attachments.origin() == null ? Set.of() : Set.of(attachments.origin().toString());
  }

  String of(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.startsWith("/api-docs")) {
      return DOCUMENT;
    }
    if (path.startsWith("/api/") || path.startsWith("/files/") || isNoPage(path)) {
      return NOTHING;
    }
    if (path.startsWith("/demo/")) {
      return page(Set.of()) + "frame-src 'self'; frame-ancestors 'none'";
    }
    if (path.startsWith("/widget/")) {
      Shop shop = shopOf(request.getQueryString());
      Set<String> origins = shop == null ? Set.of() : shop.origins();
      return page(origins) + "frame-src 'none'; frame-ancestors " + (origins.isEmpty() ? "'none'" : joined(origins));
    }
    return page(path.startsWith("/console/") ? ofAllShops() : Set.of()) + NO_FRAMES;
  }

  /// Scripts, styles and pictures have endings; pages have none but their own.
  private static boolean isNoPage(String path) {
    return path.indexOf('.', path.lastIndexOf('/')) >= 0 && !path.endsWith(".html");
  }

  /// @param origins of pictures
  private String page(Collection<String> origins) {
    var listed = new StringBuilder();
    var all = new TreeSet<>(origins);
    all.addAll(filesElsewhere);
    for (String origin : all) {
      if (listed.length() + origin.length() < MOST_OF_ORIGINS) {
        listed.append(' ').append(origin);
      }
    }
    return OURS_ONLY.formatted(listed);
  }

  /// Who will sign in is not known yet, so it is not only those of one desk.
  private Set<String> ofAllShops() {
    return shops.all().stream().flatMap(shop -> shop.origins().stream()).collect(Collectors.toSet());
  }

  private static String joined(Collection<String> origins) {
    return origins.stream().sorted().collect(Collectors.joining(" "));
  }

  /// Read by hand: asking the container for parameters is left to those who know the request's body.
  private @Nullable Shop shopOf(@Nullable String query) {
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&")) {
      if (pair.startsWith("shop=")) {
        return shops.find(pair.substring("shop=".length()));
      }
    }
    return null;
  }
}
