package dev.xiaoer.http;

import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tools.jackson.core.JacksonException;

/// Whatever leaves a controller as an exception becomes a problem with a code. What we did not foresee is logged here,
/// once, and its words stay here too.
@RestControllerAdvice
@Order
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(RefusedException e, HttpServletRequest request) {
    return problems.answer(e.code(), e.field(), e.retryAfter(), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
    String field = e.getFieldErrors().isEmpty() ? null : e.getFieldErrors().getFirst().getField();
    return problems.answer(Refusal.INVALID, field, null, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
    if (e.getCause() instanceof JacksonException json) {
      var bad = StrictJson.refusal(json);
      return problems.answer(bad.code(), bad.field().isEmpty() ? null : bad.field(), null, request);
    }
    return problems.answer(Refusal.MALFORMED, null, null, request);
  }

  /// Those belong to the security filters.
  @ExceptionHandler
  ResponseEntity<Object> denied(AccessDeniedException e) {
    throw e;
  }

  @ExceptionHandler
  ResponseEntity<Object> unauthenticated(AuthenticationException e) {
    throw e;
  }

  /// Whoever asked has hung up in the middle of the answer: the framework knows that there is nobody to tell.
  @ExceptionHandler
  ResponseEntity<Object> gone(AsyncRequestNotUsableException e) throws AsyncRequestNotUsableException {
    throw e;
  }

  @ExceptionHandler
  ResponseEntity<Object> other(Exception e, HttpServletRequest request) {
    Refusal code = code(e);
    if (code == Refusal.INTERNAL) {
      log.error("{} {} failed.", request.getMethod(), request.getRequestURI(), e);
    }
    return problems.answer(code, null, null, request);
  }

  private static Refusal code(Exception e) {
    return switch (e) {
      case CompletionException outer when outer.getCause() instanceof StoreException store -> code(store);
      case StoreException store -> code(store);
      case DataAccessException _ -> Refusal.STORE_UNAVAILABLE;
      case TypeMismatchException _ -> Refusal.INVALID; // a word where a number is asked for in the address
      case ErrorResponse known -> code(known.getStatusCode().value());
      default -> Refusal.INTERNAL;
    };
  }

  private static Refusal code(StoreException store) {
    return switch (store.kind()) {
      case UNAVAILABLE -> Refusal.STORE_UNAVAILABLE;
      case NOT_DURABLE -> Refusal.STORE_NOT_DURABLE;
      case BROKEN -> Refusal.INTERNAL;
    };
  }

  /// What the framework says by a status.
  static Refusal code(int status) {
    return switch (status) {
      case 401 -> Refusal.UNAUTHENTICATED;
      case 403 -> Refusal.FORBIDDEN;
      case 404 -> Refusal.NOT_FOUND;
      case 405 -> Refusal.METHOD_NOT_ALLOWED;
      case 406, 415 -> Refusal.MEDIA_TYPE;
      case 413 -> Refusal.TOO_LARGE;
      case 429 -> Refusal.TOO_MANY;
      case 503 -> Refusal.STORE_UNAVAILABLE;
      default -> status >= 400 && status < 500 ? Refusal.INVALID : Refusal.INTERNAL;
    };
  }
}
