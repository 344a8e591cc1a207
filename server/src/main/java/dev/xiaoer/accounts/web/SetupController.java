package dev.xiaoer.accounts.web;

import dev.xiaoer.accounts.FirstAdmin;
import dev.xiaoer.http.CallerAddress;
import dev.xiaoer.http.RateLimit;
import dev.xiaoer.http.RateLimits;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Setup")
class SetupController {

  private static final RateLimit TRIES = new RateLimit("setup", 10, Duration.ofMinutes(10));

  private final FirstAdmin first;
  private final RateLimits limits;

  SetupController(FirstAdmin first, RateLimits limits) {
    this.first = first;
    this.limits = limits;
  }

  /// @param token what the server printed
  /// @param desk a name of your choice for the desk the administrator belongs to
  record Setup(
      @NotBlank @Size(max = 64) String token,
      @Pattern(regexp = StaffController.ID) String desk,
      @Pattern(regexp = StaffController.NAME) String name,
      @NotBlank @Size(max = 64) String displayName,
      @NotBlank @Size(max = 256) String password) {}

  /// @param open nobody has an account yet
  record SetupState(boolean open) {}

  @GetMapping("/api/v1/setup")
  @Operation(summary = "Whether the first administrator is still to be made")
  SetupState state() {
    return new SetupState(first.isAwaited());
  }

  @PostMapping("/api/v1/setup")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Makes the first administrator; there is no such thing (404) once anybody has an account")
  void setUp(@Valid @RequestBody Setup setup, HttpServletRequest request) {
    limits.require(TRIES, CallerAddress.of(request.getRemoteAddr()));
    if (!first.create(setup.token(), setup.desk(), setup.name(), setup.displayName(), setup.password())) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
  }
}
