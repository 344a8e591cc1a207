package dev.xiaoer.gateway;

import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a shop's own pages read how the shop's widget looks, so that its button has the right colour before the chat is
/// loaded. Nothing else here can be read by a page of somebody else's, and this only by the pages the shop has named.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WidgetLookFilter extends OncePerRequestFilter {

  private static final Pattern LOOK = Pattern.compile("/api/v1/shops/([A-Za-z0-9_-]{1,36})/widget");

  private final Shops shops;

  WidgetLookFilter(Shops shops) {
    this.shops = shops;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher look = LOOK.matcher(request.getRequestURI());
    if (HttpMethod.GET.matches(request.getMethod()) && look.matches()) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
      String origin = request.getHeader(HttpHeaders.ORIGIN);
      Shop shop = origin == null ? null : shops.find(look.group(1));
      if (shop != null && shop.origins().contains(origin)) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      }
    }
    chain.doFilter(request, response);
  }
}
