package dev.xiaoer.bench.baseline;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/// STOMP with the simple broker, as the tutorial sets it up. Takes its port and Redis'.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableWebSocketMessageBroker
public class StompServer implements WebSocketMessageBrokerConfigurer {

  public static void main(String[] args) {
    var application = new SpringApplication(StompServer.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", args[0], "server.address", "127.0.0.1", "spring.data.redis.host", "127.0.0.1",
            "spring.data.redis.port", args[1], "server.tomcat.max-connections", "20000",
            "spring.main.banner-mode", "off"));
    application.run();
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    registry.enableSimpleBroker("/queue");
    registry.setApplicationDestinationPrefixes("/app");
  }

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry.addEndpoint("/ws").setAllowedOriginPatterns("*");
  }

  @Bean
  StompDesk desk(StringRedisTemplate redis, SimpMessagingTemplate messages) {
    return new StompDesk(redis, messages);
  }
}
