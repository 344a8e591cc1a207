package dev.xiaoer.gateway;

import dev.xiaoer.http.Problems;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads a JSON body once, with an end, and lets it in only when it is UTF-8: the parser would read overlong forms and
/// replace what it cannot read.
@Component
@Order(0) // after access was decided: nobody else's body is read
class JsonBodyFilter extends OncePerRequestFilter {

  private final Problems problems;

  JsonBodyFilter(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/") || !isJson(request.getContentType());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(StrictJson.LONGEST_DOCUMENT + 1);
    if (body.length > StrictJson.LONGEST_DOCUMENT) {
      problems.write(Refusal.TOO_LARGE, request, response);
    } else if (!isUtf8(body)) {
      problems.write(Refusal.MALFORMED, request, response);
    } else {
      chain.doFilter(new ReadBody(request, body), response);
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  /// A decoder reports what it cannot read; making a String would not.
  private static boolean isUtf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).length() <= body.length;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
