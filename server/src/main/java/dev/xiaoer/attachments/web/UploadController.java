package dev.xiaoer.attachments.web;

import dev.xiaoer.attachments.AttachmentSettings;
import dev.xiaoer.attachments.Attachments;
import dev.xiaoer.attachments.ConversationAccess;
import dev.xiaoer.attachments.FileLinks;
import dev.xiaoer.attachments.Upload;
import dev.xiaoer.http.Problems;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Files of a conversation: sending one, and getting a link to one.
@RestController
@RequestMapping("/api/v1/conversations/{conversation}/attachments")
class UploadController {

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  private final Attachments attachments;
  private final FileLinks links;
  private final ConversationAccess access;
  private final AttachmentSettings settings;
  private final Problems problems;
  private final Semaphore places;

  UploadController(Attachments attachments, FileLinks links, ConversationAccess access, AttachmentSettings settings,
      Problems problems) {
    this.attachments = attachments;
    this.links = links;
    this.access = access;
    this.settings = settings;
    this.problems = problems;
    this.places = new Semaphore(settings.parallel());
  }

  /// A link to a file.
  ///
  /// @param url good for a few minutes, with no other proof
  record Link(String url) {}

  /// Answers with the file as it was kept, to be posted by its id. Not a byte of the body is read for one who may not
  /// post here, or while too many others are uploading.
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Object> upload(@PathVariable String conversation, @Nullable Principal caller,
      MultipartHttpServletRequest request) throws IOException, InterruptedException {
    if (!settings.enabled()) {
      return refused(Refusal.FILES_OFF, request);
    }
    return switch (ask(conversation, caller, access::mayPost)) {
      case ConversationAccess.Denied(Refusal code) -> refused(code, request);
      case ConversationAccess.Granted(Author as) -> takeInTurn(new ConversationId(conversation), as, request);
    };
  }

  @GetMapping("/{attachment}/link")
  ResponseEntity<Object> link(@PathVariable String conversation, @PathVariable String attachment,
      @Nullable Principal caller, HttpServletRequest request) {
    return switch (ask(conversation, caller, access::mayRead)) {
      case ConversationAccess.Denied(Refusal code) -> refused(code, request);
      case ConversationAccess.Granted granted -> link(new ConversationId(conversation), attachment, request);
    };
  }

  private ResponseEntity<Object> link(ConversationId conversation, String attachment, HttpServletRequest request) {
    return attachments.find(conversation, attachment) == null
        ? refused(Refusal.NOT_FOUND, request)
        : ResponseEntity.ok(new Link(links.link(conversation, attachment)));
  }

  private ResponseEntity<Object> takeInTurn(ConversationId conversation, Author as,
      MultipartHttpServletRequest request) throws IOException, InterruptedException {
    if (!places.tryAcquire()) {
      return refused(Refusal.TOO_MANY, request);
    }
    try {
      return take(conversation, as, request);
    } finally {
      places.release();
    }
  }

  private ResponseEntity<Object> take(ConversationId conversation, Author as, MultipartHttpServletRequest request)
      throws IOException, InterruptedException {
    MultipartFile file = request.getFile("file");
    if (file == null || request.getMultiFileMap().values().stream().mapToInt(List::size).sum() > 1) {
      return refused(Refusal.MALFORMED, request);
    }
    var claim = new Upload.Claim(file.getOriginalFilename(), file.getContentType());
    try (InputStream bytes = file.getInputStream()) {
      return switch (attachments.upload(conversation, as, claim, bytes)) {
        case Upload.Taken(var attachment) -> ResponseEntity.status(HttpStatus.CREATED).body(attachment);
        case Upload.Refused(Refusal code) -> refused(code, request);
      };
    }
  }

  private static ConversationAccess.Access ask(String conversation, @Nullable Principal caller,
      BiFunction<ConversationId, Principal, ConversationAccess.Access> rule) {
    if (caller == null) {
      return new ConversationAccess.Denied(Refusal.UNAUTHENTICATED);
    }
    ConversationId id = ConversationPath.parse(conversation);
    return id == null ? new ConversationAccess.Denied(Refusal.NOT_FOUND) : rule.apply(id, caller);
  }

  private ResponseEntity<Object> refused(Refusal code, HttpServletRequest request) {
    return problems.answer(code, null, code.retry() ? COME_BACK : null, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
    return refused(Refusal.FILE_TOO_LARGE, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> noForm(MultipartException e, HttpServletRequest request) {
    return refused(Refusal.MALFORMED, request);
  }
}
