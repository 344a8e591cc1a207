package dev.xiaoer.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/// Writes the nonce of the answer into its page: on whatever loads something, and where the build's own loader looks for
/// it when it fetches more.
final class NoncedPages implements ResourceTransformer {

  private static final Pattern LOADING = Pattern.compile("<(script|link|style)(?=[\\s>])");

  @Override
  public Resource transform(HttpServletRequest request, Resource file, ResourceTransformerChain next)
      throws IOException {
    Resource page = next.transform(request, file);
    if (!Objects.requireNonNullElse(page.getFilename(), "").endsWith(".html")) {
      return page;
    }
    String html = page.getContentAsString(StandardCharsets.UTF_8);
    String nonced = nonced(html, nonceOf(request));
    return new TransformedResource(page, nonced.getBytes(StandardCharsets.UTF_8));
  }

  static String nonced(String html, String nonce) {
    return LOADING.matcher(html).replaceAll("<$1 nonce=\"" + nonce + "\"")
        .replaceFirst("<head>", "<head><meta property=\"csp-nonce\" nonce=\"" + nonce + "\" />");
  }

  private static String nonceOf(HttpServletRequest request) {
    @Nullable
    Object nonce = request.getAttribute(SecurityHeadersFilter.NONCE);
    return nonce instanceof String text ? text : "";
  }
}
