package dev.xiaoer.attachments.web;

import dev.xiaoer.attachments.AttachmentSettings;
import dev.xiaoer.attachments.AttachmentTestRoom;
import dev.xiaoer.attachments.ConversationAccess;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// The room behind a real container, with one buyer and no Redis.
/// No stereotype: the whole desk's scan must not find it.
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class, MessageSourceAutoConfiguration.class})
@ComponentScan({"dev.xiaoer.http", "dev.xiaoer.json"})
@EnableConfigurationProperties(AttachmentSettings.class)
@Import({AttachmentTestRoom.class, UploadLimits.class, UploadController.class, FileController.class})
class DoorsApplication {

  static final String CONVERSATION = "conversationAAAAAAAAAA";

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }

  @Bean
  ConversationAccess conversationAccess() {
    return new ConversationAccess() {
      @Override
      public Access mayPost(ConversationId conversation, Principal caller) {
        return caller.getName().equals("buyer") && conversation.value().equals(CONVERSATION)
            ? new Granted(new Author.Buyer())
            : new Denied(Refusal.NOT_FOUND);
      }

      @Override
      public Access mayRead(ConversationId conversation, Principal caller) {
        return mayPost(conversation, caller);
      }
    };
  }

  /// Stands for the security filters: believes a header.
  @Bean
  Filter callers() {
    return (request, response, chain) -> {
      String caller = ((HttpServletRequest) request).getHeader("X-Test-Caller");
      chain.doFilter(caller == null ? request : new HttpServletRequestWrapper((HttpServletRequest) request) {
        @Override
        public Principal getUserPrincipal() {
          return () -> caller;
        }
      }, response);
    };
  }
}
