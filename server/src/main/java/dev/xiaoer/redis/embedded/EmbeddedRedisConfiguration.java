package dev.xiaoer.redis.embedded;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Standalone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Starts the Redis inside when nobody named another one.
///
/// Every client needs the connection details, and these need the server: so it is up before the first of them and goes
/// after the last.
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedRedisConfiguration.NoOtherNamed.class)
class EmbeddedRedisConfiguration {
  @Bean(destroyMethod = "close")
  EmbeddedRedis embeddedRedis(EmbeddedRedisSettings settings, SecureRandom random) {
    return EmbeddedRedis.start(settings, random);
  }

  @Bean
  DataRedisConnectionDetails embeddedRedisConnectionDetails(EmbeddedRedis redis) {
    return new DataRedisConnectionDetails() {
      @Override
      public String getPassword() {
        return redis.password();
      }

      @Override
      public Standalone getStandalone() {
        return Standalone.of("127.0.0.1", redis.port());
      }
    };
  }

  static final class NoOtherNamed extends SpringBootCondition {
    private static final List<String> NAMES = List.of("host", "port", "url", "sentinel.master", "sentinel.nodes",
        "cluster.nodes", "masterreplica.nodes");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Binder binder = Binder.get(context.getEnvironment());
      for (String name : NAMES) {
        String property = "spring.data.redis." + name;
        if (binder.bind(property, Object.class).isBound()) {
          return ConditionOutcome.noMatch(ConditionMessage.of(property + " names a Redis"));
        }
      }
      return ConditionOutcome.match("no spring.data.redis.* names a Redis");
    }
  }
}
