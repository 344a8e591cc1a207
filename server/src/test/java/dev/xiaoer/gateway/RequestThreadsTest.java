package dev.xiaoer.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.WithDesk;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@WithDesk
class RequestThreadsTest {

  @Autowired
  ServletWebServerApplicationContext context;

  @Test
  void noRequestIsServedByAVirtualThread() {
    var server = (TomcatWebServer) requireNonNull(context.getWebServer());
    var protocol = server.getTomcat().getConnector().getProtocolHandler();

    assertThat(protocol.getExecutor()).isInstanceOf(ThreadPoolExecutor.class);
  }
}
