package dev.xiaoer.gateway;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Requests are served by Tomcat's own threads, not by virtual ones. A virtual thread that reads a page out of the desk's
/// jar gives its carrier away while it waits for the jar's lock; those that load a class keep theirs while they wait for
/// the same lock. When they have taken all carriers, the one whose turn it is never runs again, and the desk stands still
/// for good (docs/decisions.md).
@Configuration(proxyBeanMethods = false)
class RequestThreads {

  /// Comes after Boot's own, which puts virtual threads in.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsOnThreadsOfTomcat() {
    return tomcat -> tomcat.addProtocolHandlerCustomizers(protocol -> protocol.setExecutor(null));
  }
}
