package dev.xiaoer.attachments.web;

import dev.xiaoer.attachments.AttachmentSettings;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/// Tells the container how large an upload may be, from the one setting, and to read none of it before the controller
/// knows that the sender may post.
@Configuration(proxyBeanMethods = false)
class UploadLimits {

  /// What the form needs around the file: boundaries, names, types.
  private static final long FORM = 64 * 1024;

  @Bean
  MultipartConfigElement multipartConfigElement(AttachmentSettings settings) {
    long size = settings.maxSize().toBytes();
    return new MultipartConfigElement("", size, size + FORM, (int) FORM);
  }

  @Bean
  StandardServletMultipartResolver multipartResolver() {
    var resolver = new StandardServletMultipartResolver();
    resolver.setResolveLazily(true);
    return resolver;
  }
}
