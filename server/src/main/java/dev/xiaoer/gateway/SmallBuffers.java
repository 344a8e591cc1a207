package dev.xiaoer.gateway;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/// Makes an idle socket cheap: what Tomcat keeps of each is buffers, 8 KB here and 8 KB there. Small ones cost no CPU that
/// could be measured; a longer message comes to [Pieces] by parts and goes out in several frames of one message.
@Configuration(proxyBeanMethods = false)
class SmallBuffers {

  /// In bytes, or in characters of UTF-16 where text is kept.
  static final int SIZE = 1024;

  /// Tomcat reads it once, when its first socket opens.
  private static final String WEB_SOCKET_BUFFERS = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffersOfTomcat() {
    return tomcat -> {
      System.setProperty(WEB_SOCKET_BUFFERS, Integer.toString(SIZE));
      tomcat.addConnectorCustomizers(connector -> {
        connector.setProperty("socket.appReadBufSize", Integer.toString(SIZE));
        connector.setProperty("socket.appWriteBufSize", Integer.toString(SIZE));
      });
    };
  }

  @Bean
  ServletServerContainerFactoryBean smallBuffersOfMessages() {
    var container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(SIZE);
    container.setMaxBinaryMessageBufferSize(SIZE);
    return container;
  }
}
