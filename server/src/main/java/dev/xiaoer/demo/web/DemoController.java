package dev.xiaoer.demo.web;

import dev.xiaoer.demo.DemoDesk;
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
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/demo")
@Profile("demo")
@Tag(name = "Demo")
class DemoController {

  private static final RateLimit SIGNATURES = new RateLimit("demo.identity", 60, Duration.ofMinutes(1));

  private final DemoDesk desk;
  private final RateLimits limits;

  DemoController(DemoDesk desk, RateLimits limits) {
    this.desk = desk;
    this.limits = limits;
  }

  /// @param customer the id of one of the demo's customers
  record Wanted(@NotBlank @Size(max = 36) String customer) {}

  record Identity(String identity) {}

  @GetMapping
  @Operation(summary = "What the demo's pages show: the shop, whom to sign in as, goods and orders")
  DemoDesk.Demo demo() {
    return desk.shown();
  }

  @PostMapping("/identity")
  @Operation(summary = "Signs who a customer is, as the demo shop's own server would")
  Identity identity(@Valid @RequestBody Wanted wanted, HttpServletRequest request) {
    limits.require(SIGNATURES, CallerAddress.of(request.getRemoteAddr()));
    String identity = desk.identity(wanted.customer());
    if (identity == null) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return new Identity(identity);
  }
}
