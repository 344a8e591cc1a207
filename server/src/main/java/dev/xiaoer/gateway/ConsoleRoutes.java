package dev.xiaoer.gateway;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// The console draws its own routes: what is no file under `/console/` and does not look like one is its page.
final class ConsoleRoutes extends PathResourceResolver {

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    Resource file = super.getResource(path, location);
    return file != null || path.contains(".") ? file : super.getResource("index.html", location);
  }
}
