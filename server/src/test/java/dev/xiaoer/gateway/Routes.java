package dev.xiaoer.gateway;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// All that the desk's controllers are mapped to.
final class Routes {

  private Routes() {}

  record Route(String method, String path) {
    /// A path that fits the pattern.
    String example() {
      return path.replace("{shop}", "demo").replaceAll("\\{[^}]+}", "nobody-and-nothing");
    }
  }

  static List<Route> of(RequestMappingHandlerMapping mappings) {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("dev.xiaoer."))
        .flatMap(entry -> of(entry.getKey()).stream())
        .filter(route -> !route.path().equals("/error")) // the container's own way to a problem
        .distinct()
        .toList();
  }

  private static List<Route> of(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    Set<String> names = methods.isEmpty()
        ? Set.of("GET")
        : methods.stream().map(RequestMethod::name).collect(Collectors.toCollection(TreeSet::new));
    return Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatternValues().stream()
        .flatMap(path -> names.stream().map(name -> new Route(name, path)))
        .toList();
  }
}
