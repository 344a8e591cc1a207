package dev.xiaoer.attachments.web;

import static java.util.Map.entry;

import dev.xiaoer.protocol.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// A refusal as an HTTP answer: a problem with the `code` that sockets use too.
final class Refusals {

  private static final String RETRY_AFTER_SECONDS = "2";
  private static final Map<Refusal, HttpStatus> STATUS = Map.ofEntries(
      entry(Refusal.MALFORMED, HttpStatus.BAD_REQUEST),
      entry(Refusal.UNAUTHENTICATED, HttpStatus.UNAUTHORIZED),
      entry(Refusal.FORBIDDEN, HttpStatus.FORBIDDEN),
      entry(Refusal.FILES_OFF, HttpStatus.FORBIDDEN),
      entry(Refusal.NOT_FOUND, HttpStatus.NOT_FOUND),
      entry(Refusal.CLOSED, HttpStatus.CONFLICT),
      entry(Refusal.FILE_TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE),
      entry(Refusal.FILE_TYPE, HttpStatus.UNSUPPORTED_MEDIA_TYPE),
      entry(Refusal.FILE_EMPTY, HttpStatus.UNPROCESSABLE_CONTENT),
      entry(Refusal.FILE_DAMAGED, HttpStatus.UNPROCESSABLE_CONTENT),
      entry(Refusal.PICTURE_TOO_LARGE, HttpStatus.UNPROCESSABLE_CONTENT),
      entry(Refusal.FILE_INFECTED, HttpStatus.UNPROCESSABLE_CONTENT),
      entry(Refusal.FILE_QUOTA, HttpStatus.TOO_MANY_REQUESTS),
      entry(Refusal.TOO_MANY, HttpStatus.TOO_MANY_REQUESTS),
      entry(Refusal.FILE_UNCHECKED, HttpStatus.SERVICE_UNAVAILABLE),
      entry(Refusal.STORE_UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE),
      entry(Refusal.STORE_NOT_DURABLE, HttpStatus.SERVICE_UNAVAILABLE));

  private Refusals() {}

  static ResponseEntity<Object> answer(Refusal code, List<Locale> languages) {
    HttpStatus status = STATUS.getOrDefault(code, HttpStatus.INTERNAL_SERVER_ERROR);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Words.of(code, languages));
    problem.setProperty("code", code.name());
    problem.setProperty("retry", code.retry());
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (code.retry()) {
      answer.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    return answer.body(problem);
  }
}
