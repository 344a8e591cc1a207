package dev.xiaoer.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// The desk's clients without a Spring context.
final class TestLinks {
  private TestLinks() {}

  /// As Spring Boot makes it, with the customizers of the room.
  ///
  /// @param opened takes what has to be closed, last first
  static LettuceConnectionFactory factory(RedisConfiguration target, Duration timeout, Deque<AutoCloseable> opened) {
    ClientResources.Builder resources = DefaultClientResources.builder();
    LettuceOptions.apply(resources);
    ClientResources made = resources.build();
    ClientOptions.Builder clientOptions = target instanceof RedisClusterConfiguration
        ? ClusterClientOptions.builder()
        : ClientOptions.builder();
    LettuceOptions.apply(clientOptions, timeout);
    LettuceConnectionFactory factory = new LettuceConnectionFactory(target, LettuceClientConfiguration.builder()
        .clientOptions(clientOptions.build()).clientResources(made).commandTimeout(timeout).build());
    factory.afterPropertiesSet();
    opened.push(() -> made.shutdown(0, 1, TimeUnit.SECONDS).await());
    opened.push(factory::destroy);
    return factory;
  }
}
