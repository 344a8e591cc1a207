package dev.xiaoer.http;

import dev.xiaoer.json.StrictJson;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  /// HTTP is read as strictly as the sockets are.
  @Bean
  JsonMapper jsonMapper(StrictJson json) {
    return json.mapper();
  }

  @Bean
  LocaleResolver localeResolver() {
    var languages = new AcceptHeaderLocaleResolver();
    languages.setSupportedLocales(List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE));
    languages.setDefaultLocale(Locale.ENGLISH);
    return languages;
  }
}
