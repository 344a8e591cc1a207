package dev.xiaoer.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Refuses handshakes that the container would let pass though no browser makes them: of HTTP/1.0, which knows no
/// upgrade, and with a body, which a proxy in front might take for the next request.
final class PlainHandshake implements HandshakeInterceptor {

  @Override
  public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
      Map<String, Object> attributes) {
    HttpHeaders headers = request.getHeaders();
    boolean hasBody = headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    if (hasBody || isOld(request)) {
      response.setStatusCode(HttpStatus.BAD_REQUEST);
      return false;
    }
    return true;
  }

  private static boolean isOld(ServerHttpRequest request) {
    return request instanceof ServletServerHttpRequest servlet
        && servlet.getServletRequest().getProtocol().equals("HTTP/1.0");
  }

  @Override
  public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
      @Nullable Exception exception) {}
}
