package dev.xiaoer.shops;

import java.net.URI;
import java.util.Set;

/// Origins end up in a Content-Security-Policy: nothing but scheme, host and port may be in one.
final class Origins {

  private Origins() {}

  static void check(String origin) {
    if (!origin.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
      throw new IllegalArgumentException("an origin is http(s)://host[:port]");
    }
    var uri = URI.create(origin);
    boolean bare = Set.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null
        && uri.getUserInfo() == null;
    if (!bare) {
      throw new IllegalArgumentException("an origin is http(s)://host[:port]");
    }
  }
}
