package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The whole room but Redis, in a folder of the test's own.
final class AttachmentRoom implements AutoCloseable {

  static final ConversationId CONVERSATION = new ConversationId("conversationAAAAAAAAAA");
  static final Author BUYER = new Author.Buyer();
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  final MemoryAttachmentRecords records = new MemoryAttachmentRecords();
  final Attachments attachments;
  private final Path folder;
  private final FileCopies copies;
  private final ScanInTime scans;

  AttachmentRoom(Path folder, AttachmentScanner scanner, Map<String, String> settings) {
    this(folder, scanner, settings(folder, settings), new LocalFolderStore(folder));
  }

  AttachmentRoom(Path folder, AttachmentScanner scanner, AttachmentSettings settings, AttachmentStore store) {
    this.folder = folder;
    copies = new FileCopies(settings, new Sniffer());
    scans = new ScanInTime(scanner, settings.scanTime());
    attachments = new Attachments(settings, records, store, scans, copies, new Sniffer(), CLOCK, new SecureRandom());
  }

  /// The defaults, except for what is named, as `desk.attachments` would be read.
  static AttachmentSettings settings(Path folder, Map<String, String> named) {
    var source = new MapConfigurationPropertySource(Map.of("desk.attachments.folder", folder.toString()));
    named.forEach((name, value) -> source.put("desk.attachments." + name, value));
    return new Binder(source).bindOrCreate("desk.attachments", AttachmentSettings.class);
  }

  Upload upload(@Nullable String name, @Nullable String type, byte[] bytes) {
    return upload(name, type, new ByteArrayInputStream(bytes));
  }

  Upload upload(@Nullable String name, @Nullable String type, InputStream bytes) {
    try {
      return attachments.upload(CONVERSATION, BUYER, new Upload.Claim(name, type), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  ForBuyer.Attachment taken(String name, String type, byte[] bytes) {
    return switch (upload(name, type, bytes)) {
      case Upload.Taken(var attachment) -> attachment;
      case Upload.Refused(Refusal code) -> throw new AssertionError("refused: " + code);
    };
  }

  byte[] kept(ForBuyer.Attachment attachment) throws IOException {
    try (InputStream bytes = attachments.open(attachment)) {
      if (bytes == null) {
        throw new AssertionError("the file is gone");
      }
      return bytes.readAllBytes();
    }
  }

  AttachmentRecords.Allowance used() {
    return records.used(CONVERSATION, LocalDate.now(CLOCK));
  }

  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() {
    copies.close();
    scans.close();
  }
}
