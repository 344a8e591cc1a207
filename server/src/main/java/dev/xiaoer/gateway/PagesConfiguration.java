package dev.xiaoer.gateway;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceChainRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/// The pages, as the module web-console has built them. Files under `assets` carry a hash in their names and never
/// change; a page is written anew for each who asks, with a nonce of its own, and kept by nobody.
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

  private static final String FILES = "classpath:/static/";
  private static final Duration LOADER = Duration.ofMinutes(10);

  @Override
  public void addViewControllers(ViewControllerRegistry pages) {
    pages.addViewController("/").setViewName("forward:/index.html");
    for (String page : new String[]{"console", "demo", "widget"}) {
      pages.addRedirectViewController("/" + page, "/" + page + "/");
      pages.addViewController("/" + page + "/").setViewName("forward:/" + page + "/index.html");
    }
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry files) {
    for (String page : new String[]{"", "console/", "demo/", "widget/"}) {
      files.addResourceHandler("/" + page + "assets/**")
          .addResourceLocations(FILES + page + "assets/")
          .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
          .resourceChain(true)
          .addResolver(new EncodedResourceResolver());
    }
    // A pattern: Spring looks below the folder for what the pattern leaves open, which in a plain path is not the name.
    files.addResourceHandler("/widget/*.js")
        .addResourceLocations(FILES + "widget/")
        .setCacheControl(CacheControl.maxAge(LOADER).cachePublic())
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver());
    page(files, "/console/**", "console/").addResolver(new ConsoleRoutes());
    page(files, "/demo/*.html", "demo/");
    page(files, "/widget/*.html", "widget/");
    page(files, "/*.html", "");
    files.addResourceHandler("/**").addResourceLocations(FILES).setCacheControl(CacheControl.noCache());
  }

  private static ResourceChainRegistration page(ResourceHandlerRegistry files, String pattern, String folder) {
    return files.addResourceHandler(pattern)
        .addResourceLocations(FILES + folder)
        .setCacheControl(CacheControl.noStore())
        .setUseLastModified(false)
        .resourceChain(false)
        .addTransformer(new NoncedPages());
  }
}
