package dev.xiaoer.gateway;

import dev.xiaoer.http.CallerAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Refuses handshakes that the container would let pass though no browser makes them: of HTTP/1.0, which knows no
/// upgrade, and with a body, which a proxy in front might take for the next request. Notes where the others come from.
final class PlainHandshake implements HandshakeInterceptor {

  private static final String ADDRESS = "address";

  /// Where the socket comes from, as limits count it.
  static String address(Map<String, Object> attributes) {
    return (String) Objects.requireNonNull(attributes.get(ADDRESS));
  }

  @Override
  public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
      Map<String, Object> attributes) {
    HttpHeaders headers = request.getHeaders();
    boolean hasBody = headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    HttpServletRequest plain = ((ServletServerHttpRequest) request).getServletRequest();
    if (hasBody || plain.getProtocol().equals("HTTP/1.0")) {
      response.setStatusCode(HttpStatus.BAD_REQUEST);
      return false;
    }
    attributes.put(ADDRESS, CallerAddress.of(plain.getRemoteAddr()));
    return true;
  }

  @Override
  public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
      @Nullable Exception exception) {}
}
