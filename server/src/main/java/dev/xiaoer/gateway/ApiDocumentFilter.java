package dev.xiaoer.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// At `/api-docs` a program gets the document and a person's browser the page that shows it.
@Component
@Order(0)
class ApiDocumentFilter extends OncePerRequestFilter {

  private static final String PAGE = "/api-docs/swagger-ui/index.html";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return !request.getRequestURI().equals("/api-docs")
        || accepted == null
        || !accepted.contains(MediaType.TEXT_HTML_VALUE);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.sendRedirect(PAGE);
  }
}
