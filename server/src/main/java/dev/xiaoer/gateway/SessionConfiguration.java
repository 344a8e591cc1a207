package dev.xiaoer.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;

/// How sessions are kept and named.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  @Bean
  CookieSerializer cookieSerializer() {
    return new SessionCookie();
  }
}
