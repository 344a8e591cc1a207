package dev.xiaoer.autoreply.web;

import dev.xiaoer.http.Problem;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.replies.pack.InvalidPackException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Tells whoever wrote a pack what is wrong with it, all at once.
@RestControllerAdvice(assignableTypes = {PackController.class, TryController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class MistakeAdvice {

  /// @param mistakes in the order of the pack
  record Mistaken(int status, Refusal code, String detail, String instance, List<At> mistakes) {}

  /// @param line counted from 1, as the column
  /// @param reason for people, in the language asked for
  record At(int line, int column, String reason) {}

  @ExceptionHandler
  ResponseEntity<Mistaken> mistaken(InvalidPackException e, HttpServletRequest request, Locale language) {
    List<At> mistakes = e.problems().stream().map(one -> new At(one.line(), one.column(), one.reason(language)))
        .toList();
    return ResponseEntity.badRequest().contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
        .body(new Mistaken(400, Refusal.INVALID, mistakes.getFirst().reason(), request.getRequestURI(), mistakes));
  }
}
