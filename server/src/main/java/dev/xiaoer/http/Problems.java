package dev.xiaoer.http;

import dev.xiaoer.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Makes the answers that say no, for controllers and for filters.
@Component
public class Problems {

  private final Words words;
  private final LocaleResolver languages;
  private final JsonMapper json;

  Problems(Words words, LocaleResolver languages, JsonMapper json) {
    this.words = words;
    this.languages = languages;
    this.json = json;
  }

  public static HttpStatus status(Refusal code) {
    return switch (code) {
      case MALFORMED, UNKNOWN_TYPE, UNKNOWN_FIELD, INVALID, BAD_TEXT, TEXT_EMPTY, TEXT_TOO_LONG, PASSWORD_WEAK,
          FORBIDDEN_PHRASE, FILE_EMPTY, REASON_MISSING, AWAY_REPLY_MISSING ->
        HttpStatus.BAD_REQUEST;
      case UNAUTHENTICATED, CREDENTIALS_WRONG, IDENTITY_REFUSED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN, CSRF, FILES_OFF -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
      case CLOSED, STALE, TRANSFER_PENDING, NOT_AVAILABLE, NEEDS_SUPERVISOR, CAP_FULL, NOT_WAITING, RECALL_TOO_LATE,
          RATED_ALREADY, RATING_TOO_LATE, RATING_NOT_ASKED, REF_REUSED, BEHIND, NAME_TAKEN, NOT_NOW, STILL_SERVING,
          NEEDS_CONSENT, BELOW_FLOOR ->
        HttpStatus.CONFLICT;
      case TOO_LARGE, FILE_TOO_LARGE, PICTURE_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case MEDIA_TYPE, FILE_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case TOO_MANY, FILE_QUOTA -> HttpStatus.TOO_MANY_REQUESTS;
      case STORE_UNAVAILABLE, STORE_NOT_DURABLE, FILE_UNCHECKED -> HttpStatus.SERVICE_UNAVAILABLE;
      case FILE_DAMAGED, FILE_INFECTED -> HttpStatus.UNPROCESSABLE_CONTENT;
      case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  /// @param field what is wrong with the request, where that is known
  public ResponseEntity<Object> answer(
      Refusal code,
      @Nullable String field,
      @Nullable Duration retryAfter,
      HttpServletRequest request) {
    var answer = ResponseEntity.status(status(code)).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }
    return answer.body(problem(code, field, request));
  }

  /// Writes the answer where no controller is reached.
  public void write(Refusal code, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(status(code).value());
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream()
        .write(json.writeValueAsString(problem(code, null, request)).getBytes(StandardCharsets.UTF_8));
  }

  private Problem problem(Refusal code, @Nullable String field, HttpServletRequest request) {
    String said = words.of(code, languages.resolveLocale(request));
    return new Problem(status(code).value(), code, said, request.getRequestURI(), field);
  }

  /// Whole seconds, rounded up: who waits as long as told is let in.
  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
