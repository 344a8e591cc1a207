package dev.xiaoer.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// Over https the cookie's name makes the browser insist that it came from this host, for all of it, over https. Over
/// plain http, on the own machine, no browser would take such a name.
final class SessionCookie implements CookieSerializer {

  static final String SECURE = "__Host-desk";
  static final String PLAIN = "desk";

  private final CookieSerializer secure = cookie(SECURE, true);
  private final CookieSerializer plain = cookie(PLAIN, false);

  @Override
  public void writeCookieValue(CookieValue value) {
    of(value.getRequest()).writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return of(request).readCookieValues(request);
  }

  private CookieSerializer of(HttpServletRequest request) {
    return request.isSecure() ? secure : plain;
  }

  private static CookieSerializer cookie(String name, boolean https) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name);
    cookie.setUseSecureCookie(https);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Strict");
    cookie.setCookiePath("/");
    return cookie;
  }
}
