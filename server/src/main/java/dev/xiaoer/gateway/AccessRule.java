package dev.xiaoer.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// @param method null for every one
/// @param path a path pattern of Spring
record AccessRule(@Nullable HttpMethod method, String path, Who who) {

  PathPatternRequestMatcher matcher() {
    var matchers = PathPatternRequestMatcher.withDefaults();
    return method == null ? matchers.matcher(path) : matchers.matcher(method, path);
  }
}
