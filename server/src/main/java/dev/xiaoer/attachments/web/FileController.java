package dev.xiaoer.attachments.web;

import dev.xiaoer.attachments.AttachmentSettings;
import dev.xiaoer.attachments.Attachments;
import dev.xiaoer.attachments.FileLinks;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Fetching a file by a link. Whatever is in it, a browser may only show it as a picture or save it.
@RestController
class FileController {

  private final Attachments attachments;
  private final FileLinks links;
  private final AttachmentSettings settings;

  FileController(Attachments attachments, FileLinks links, AttachmentSettings settings) {
    this.attachments = attachments;
    this.links = links;
    this.settings = settings;
  }

  /// A link that is bad, forged or too old and a file that is gone look the same.
  @GetMapping("/files/{conversation}/{attachment}/{until}/{signature}")
  ResponseEntity<InputStreamResource> file(@PathVariable String conversation, @PathVariable String attachment,
      @PathVariable String until, @PathVariable String signature, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    guard(response);
    ConversationId id = ConversationPath.parse(conversation);
    if (id == null || !isOwnOrigin(request) || !links.isGood(id, attachment, until, signature)) {
      return notFound();
    }
    ForBuyer.Attachment file = attachments.find(id, attachment);
    InputStream bytes = file == null ? null : attachments.open(file);
    return file == null || bytes == null ? notFound() : serve(file, bytes);
  }

  private static ResponseEntity<InputStreamResource> serve(ForBuyer.Attachment file, InputStream bytes) {
    boolean picture = file.mime().startsWith("image/");
    String type = file.mime().startsWith("text/") ? file.mime() + ";charset=UTF-8" : file.mime();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .contentLength(file.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, FileNameHeader.of(picture ? "inline" : "attachment", file.name()))
        .body(new InputStreamResource(bytes));
  }

  private static ResponseEntity<InputStreamResource> notFound() {
    return ResponseEntity.notFound().build();
  }

  /// Set, not added: they take the place of what every answer has.
  private void guard(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    // with an origin of its own the file is another site's to the console and the widget
    response.setHeader("Cross-Origin-Resource-Policy", settings.origin() == null ? "same-origin" : "cross-origin");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /// Files with an origin of their own are served there only: on the pages' origin they would be what it protects from.
  private boolean isOwnOrigin(HttpServletRequest request) {
    URI origin = settings.origin();
    return origin == null || origin.getHost().equalsIgnoreCase(request.getServerName());
  }
}
