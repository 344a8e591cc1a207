package dev.xiaoer.attachments;

import dev.xiaoer.attachments.AttachmentRecords.Allowance;
import dev.xiaoer.attachments.AttachmentRecords.StoredAttachment;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes files, gives them back. Blocks its thread.
public class Attachments {

  private static final Logger log = LoggerFactory.getLogger(Attachments.class);

  private final AttachmentSettings settings;
  private final AttachmentRecords records;
  private final AttachmentStore store;
  private final ScanInTime scanner;
  private final FileCopies copies;
  private final Sniffer sniffer;
  private final Clock clock;
  private final SecureRandom random;

  Attachments(AttachmentSettings settings, AttachmentRecords records, AttachmentStore store, ScanInTime scanner,
      FileCopies copies, Sniffer sniffer, Clock clock, SecureRandom random) {
    this.settings = settings;
    this.records = records;
    this.store = store;
    this.scanner = scanner;
    this.copies = copies;
    this.sniffer = sniffer;
    this.clock = clock;
    this.random = random;
  }

  /// Checks a file and keeps a copy that is safe to show. Reads no more of the stream than a file may have.
  ///
  /// @param uploader whoever `ConversationAccess` found the sender to be
  /// @throws IOException if the stream breaks or the store does
  public Upload upload(ConversationId conversation, Author uploader, Upload.Claim claim, InputStream bytes)
      throws IOException, InterruptedException {
    if (!settings.enabled()) {
      return new Upload.Refused(Refusal.FILES_OFF);
    }
    DisplayName name = DisplayName.of(claim.name());
    FileKind kind = FileKind.withExtension(name.extension());
    if (kind == null || !kind.mime().equals(essence(claim.type()))) {
      return refused(conversation, Refusal.FILE_TYPE);
    }
    try (var desk = new UploadDesk()) {
      long size = desk.receive(bytes, settings.maxSize().toBytes());
      Refusal wrong = checkReceived(kind, size, desk.received());
      return wrong == null
          ? take(conversation, uploader, name, kind, size, desk)
          : refused(conversation, wrong);
    }
  }

  /// @return null if the conversation has no such file
  public ForBuyer.@Nullable Attachment find(ConversationId conversation, String id) {
    StoredAttachment stored = AttachmentId.isId(id) ? records.find(conversation, id) : null;
    return stored == null ? null : stored.attachment();
  }

  /// @return the bytes, to be closed by the caller; null if they are gone
  public @Nullable InputStream open(ForBuyer.Attachment attachment) throws IOException {
    return store.open(attachment.id());
  }

  private @Nullable Refusal checkReceived(FileKind kind, long size, Path received) throws IOException {
    if (size == 0) {
      return Refusal.FILE_EMPTY;
    }
    if (size > settings.maxSize().toBytes()) {
      return Refusal.FILE_TOO_LARGE;
    }
    // a text is looked at when it is decoded: before that, other charsets look like no text at all
    return kind == FileKind.TEXT || sniffer.is(kind, received) ? null : Refusal.FILE_TYPE;
  }

  /// The allowance is taken before the costly work, and kept for files that are refused after it: a flood of pictures
  /// that are refused late would cost as much as one of pictures that are kept. Our own faults are given back.
  private Upload take(ConversationId conversation, Author uploader, DisplayName name, FileKind kind, long size,
      UploadDesk desk) throws IOException, InterruptedException {
    LocalDate day = LocalDate.now(clock);
    var allowance = new Allowance(settings.filesPerDay(), settings.bytesPerDay().toBytes());
    if (!records.reserve(conversation, day, size, allowance)) {
      return refused(conversation, Refusal.FILE_QUOTA);
    }
    boolean giveBack = true;
    try {
      Upload upload = keep(conversation, uploader, name, kind, desk);
      giveBack = upload instanceof Upload.Refused(Refusal code) && code.retry();
      return upload;
    } finally {
      if (giveBack) {
        records.giveBack(conversation, day, size);
      }
    }
  }

  private Upload keep(ConversationId conversation, Author uploader, DisplayName name, FileKind kind, UploadDesk desk)
      throws IOException, InterruptedException {
    Refusal found = scanner.scan(desk.received());
    if (found != null) {
      return refused(conversation, found);
    }
    return switch (copies.copy(kind, desk.received(), desk.copy())) {
      case FileCopy.Refused(Refusal code) -> refused(conversation, code);
      case FileCopy.Made made -> keep(conversation, uploader, name, made, desk.copy());
    };
  }

  private Upload keep(ConversationId conversation, Author uploader, DisplayName name, FileCopy.Made made, Path copy)
      throws IOException {
    long size = Files.size(copy);
    if (size > settings.maxSize().toBytes()) {
      return refused(conversation, Refusal.PICTURE_TOO_LARGE);
    }
    String id = AttachmentId.random(random);
    var attachment = new ForBuyer.Attachment(id, name.as(made.kind()), made.kind().mime(), size, made.width(),
        made.height());
    boolean recorded = false;
    try (InputStream content = Files.newInputStream(copy)) {
      store.put(id, content);
      records.add(conversation, new StoredAttachment(attachment, uploader, clock.millis()));
      recorded = true;
    } finally {
      if (!recorded) {
        store.delete(id);
      }
    }
    return new Upload.Taken(attachment);
  }

  private static Upload refused(ConversationId conversation, Refusal code) {
    log.info("a file for {} was refused: {}", conversation, code);
    return new Upload.Refused(code);
  }

  /// The media type without its parameters.
  private static String essence(@Nullable String type) {
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
