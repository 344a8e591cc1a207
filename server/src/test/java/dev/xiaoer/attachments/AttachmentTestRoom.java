package dev.xiaoer.attachments;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/// The room's own beans, with the memory twin in the place of Redis.
/// No stereotype: the whole desk's scan must not find it.
public class AttachmentTestRoom {

  private final AttachmentConfiguration room = new AttachmentConfiguration();

  @Bean
  FileCopies fileCopies(AttachmentSettings settings) {
    return room.fileCopies(settings);
  }

  @Bean
  ScanInTime scanInTime(AttachmentSettings settings, ObjectProvider<AttachmentScanner> scanners) {
    return room.scanInTime(settings, scanners);
  }

  @Bean
  Attachments attachments(AttachmentSettings settings, ObjectProvider<AttachmentStore> stores, ScanInTime scanner,
      FileCopies copies, Clock clock, SecureRandom random) {
    return room.attachments(settings, new MemoryAttachmentRecords(), stores, scanner, copies, clock, random);
  }

  @Bean
  FileLinks fileLinks(AttachmentSettings settings, Clock clock, SecureRandom random) {
    return room.fileLinks(settings, clock, random);
  }
}
