package dev.xiaoer.bench.baseline;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/// The best a Spring `WebSocketHandler` on Tomcat was brought to: asynchronous Lettuce on one shared connection, text
/// handed on untouched, a queue per socket over the asynchronous remote, small buffers everywhere. No extension is
/// negotiated, since the bench's client offers none. Takes its port and Redis'.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableWebSocket
public class SpringServer {

  private static final int BUFFER = 1024;

  public static void main(String[] args) {
    var application = new SpringApplication(SpringServer.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", args[0], "server.address", "127.0.0.1", "bench.redis-port", args[1],
            "server.tomcat.accept-count", "4096", "server.tomcat.max-connections", "20000",
            "spring.main.banner-mode", "off"));
    application.run();
  }

  @Bean(destroyMethod = "shutdown")
  RedisClient redisClient(@org.springframework.beans.factory.annotation.Value("${bench.redis-port}") int port) {
    return RedisClient.create(RedisURI.create("127.0.0.1", port));
  }

  @Bean
  RedisAsyncCommands<String, String> redis(RedisClient client) {
    return client.connect().async();
  }

  @Bean
  WebSocketConfigurer doors(RedisAsyncCommands<String, String> redis) {
    var handler = new SpringDesk(redis);
    return registry -> registry.addHandler(handler, "/ws").setAllowedOrigins("*");
  }

  @Bean
  ServletServerContainerFactoryBean messageBuffers() {
    var container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(BUFFER);
    container.setMaxBinaryMessageBufferSize(BUFFER);
    return container;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> socketBuffers() {
    return tomcat -> tomcat.addConnectorCustomizers(connector -> {
      connector.setProperty("socket.appReadBufSize", Integer.toString(BUFFER));
      connector.setProperty("socket.appWriteBufSize", Integer.toString(BUFFER));
    });
  }
}
