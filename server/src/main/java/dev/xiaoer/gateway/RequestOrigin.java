package dev.xiaoer.gateway;

import jakarta.servlet.http.HttpServletRequest;

/// The origin under which the client reached this server: scheme, host and port, after what trusted proxies say.
final class RequestOrigin {

  private RequestOrigin() {}

  static boolean is(String origin, HttpServletRequest request) {
    return origin.equals(of(request));
  }

  static String of(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == ("https".equals(request.getScheme()) ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }
}
