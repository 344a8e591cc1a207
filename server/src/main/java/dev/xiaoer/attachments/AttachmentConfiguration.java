package dev.xiaoer.attachments;

import dev.xiaoer.redis.RedisLink;
import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Puts the room together. A bean of [AttachmentStore] or [AttachmentScanner] from elsewhere takes the place of the
/// defaults.
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

  @Bean
  AttachmentRecords attachmentRecords(RedisLink redis, JsonMapper json) {
    return new RedisAttachmentRecords(redis, json);
  }

  @Bean
  FileCopies fileCopies(AttachmentSettings settings) {
    return new FileCopies(settings, new Sniffer());
  }

  @Bean
  ScanInTime scanInTime(AttachmentSettings settings, ObjectProvider<AttachmentScanner> scanners) {
    AttachmentScanner scanner = scanners.getIfAvailable(NoScanner::new);
    if (scanner instanceof NoScanner && settings.enabled()) {
      LoggerFactory.getLogger(NoScanner.class).info("files are taken without a virus scan: there is no scanner");
    }
    return new ScanInTime(scanner, settings.scanTime());
  }

  @Bean
  Attachments attachments(AttachmentSettings settings, AttachmentRecords records,
      ObjectProvider<AttachmentStore> stores, ScanInTime scanner, FileCopies copies, Clock clock, SecureRandom random) {
    AttachmentStore store = stores.getIfAvailable(() -> new LocalFolderStore(settings.folder()));
    return new Attachments(settings, records, store, scanner, copies, new Sniffer(), clock, random);
  }

  @Bean
  FileLinks fileLinks(AttachmentSettings settings, Clock clock, SecureRandom random) {
    return new FileLinks(settings, LinkKey.of(settings, random), clock);
  }
}
