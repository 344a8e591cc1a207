package dev.xiaoer.gateway;

import dev.xiaoer.shops.Shops;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Lets a socket be opened only from the desk's own pages and, at the buyers' door, from the shops' (whose pages may
/// bring a widget of their own). It stops other people's pages in a browser, and browsers only: the token or ticket in
/// the first frame is what counts.
final class OwnOrigin implements HandshakeInterceptor {

  private final Shops shops;
  private final boolean shopsToo;

  OwnOrigin(Shops shops, boolean shopsToo) {
    this.shops = shops;
    this.shopsToo = shopsToo;
  }

  @Override
  public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
      Map<String, Object> attributes) {
    String origin = request.getHeaders().getOrigin();
    if (origin == null || origin.equals(originOf(request.getURI())) || isOfAShop(origin)) {
      return true;
    }
    response.setStatusCode(HttpStatus.FORBIDDEN);
    return false;
  }

  private boolean isOfAShop(String origin) {
    return shopsToo && shops.all().stream().anyMatch(shop -> shop.origins().contains(origin));
  }

  private static String originOf(URI request) {
    String scheme = Set.of("https", "wss").contains(request.getScheme()) ? "https" : "http";
    return scheme + "://" + request.getAuthority();
  }

  @Override
  public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
      @Nullable Exception exception) {}
}
