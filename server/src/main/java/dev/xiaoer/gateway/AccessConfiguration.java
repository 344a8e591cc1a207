package dev.xiaoer.gateway;

import dev.xiaoer.http.Problems;
import dev.xiaoer.protocol.Refusal;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Builds Spring Security's filters from the table. Sessions and tokens are read by the rooms they belong to.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  private final Problems problems;

  AccessConfiguration(Problems problems) {
    this.problems = problems;
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      SecurityContextRepository sessions,
      List<AuthenticationConverter> bearers) throws Exception {
    return common(http.securityMatcher("/api/**"), AccessRules.API)
        .csrf(AccessConfiguration::csrf)
        .securityContext(context -> context.securityContextRepository(sessions))
        .addFilterAfter(new BearerFilter(bearers), SecurityContextHolderFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return common(http, AccessRules.PAGES).csrf(AbstractHttpConfigurer::disable).build();
  }

  /// Nobody is signed in by Spring Security's own means; without this bean Boot would make up a user.
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new ProviderNotFoundException("signing in is the business of the room accounts");
    };
  }

  private HttpSecurity common(HttpSecurity http, List<AccessRule> rules) throws Exception {
    return http
        .authorizeHttpRequests(requests -> authorize(requests, rules))
        .exceptionHandling(exceptions -> exceptions
            .authenticationEntryPoint(
                (request, response, e) -> problems.write(Refusal.UNAUTHENTICATED, request, response))
            .accessDeniedHandler(
                (request, response, e) -> problems
                    .write(e instanceof CsrfException ? Refusal.CSRF : Refusal.FORBIDDEN, request, response)))
        .headers(AbstractHttpConfigurer::disable) // written by SecurityHeadersFilter, for every answer
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable);
  }

  private static void authorize(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
      List<AccessRule> rules) {
    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
    for (AccessRule rule : rules) {
      var url = requests.requestMatchers(rule.matcher());
      if (rule.who() == Who.ANYBODY) {
        url.permitAll();
      } else {
        url.hasAnyRole(rule.who().roles());
      }
    }
    requests.anyRequest().denyAll();
  }

  private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
    var cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
    cookies.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
    List<RequestMatcher> exempt = AccessRules.WITHOUT_CSRF.stream().<RequestMatcher>map(AccessRule::matcher).toList();
    csrf.spa()
        .csrfTokenRepository(cookies)
        .ignoringRequestMatchers(new OrRequestMatcher(exempt), BearerFilter::hasBearer);
  }
}
