package dev.xiaoer.accounts.web;

import dev.xiaoer.accounts.WeakPasswordException;
import dev.xiaoer.http.Problems;
import dev.xiaoer.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice(assignableTypes = {SignInController.class, SetupController.class, StaffController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class PasswordAdvice {

  private static final Duration POOL_IS_FULL = Duration.ofSeconds(5);

  private final Problems problems;

  PasswordAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Object> weak(WeakPasswordException e, HttpServletRequest request) {
    return problems.answer(Refusal.PASSWORD_WEAK, e.weakness().name(), null, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> busy(RejectedExecutionException e, HttpServletRequest request) {
    return problems.answer(Refusal.TOO_MANY, null, POOL_IS_FULL, request);
  }
}
