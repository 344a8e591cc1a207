package dev.xiaoer.availability.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.availability.Availability.Answer;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Agents ask on their sockets for more time to be hung up; here those who lead the desk decide (B2).
@RestController
@RequestMapping("/api/v1/desk/time-requests")
@Tag(name = "Desk")
class TimeRequestController {

  private final Availability availability;

  TimeRequestController(Availability availability) {
    this.availability = availability;
  }

  /// @param minutes how many more than the limit; 0 when nothing is granted
  record Decided(boolean granted, @Min(0) @Max(480) int minutes, @Size(max = 200) @Nullable String note) {}

  @GetMapping
  @Operation(summary = "The requests nobody has decided on, the oldest first")
  CompletionStage<List<Availability.TimeRequest>> list(@AuthenticationPrincipal StaffMember leader) {
    return availability.requests(leader.desk());
  }

  @PostMapping("/{id}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Grants more time, or does not", description = "NOT_FOUND when it was decided on before, or the "
      + "agent is no longer online or hung up. INVALID when it is more than the group allows at all. FORBIDDEN when a "
      + "leader would grant it to themselves.")
  void decide(@AuthenticationPrincipal StaffMember leader, @PathVariable String id,
      @Valid @RequestBody Decided decided) {
    if (decided.granted() == (decided.minutes() == 0)) {
      throw new RefusedException(Refusal.INVALID);
    }
    String note = decided.note() == null ? null : CleanText.of(decided.note(), 200);
    Answer answer = availability.decide(leader.desk(), id, Duration.ofMinutes(decided.minutes()), leader.id(), note)
        .toCompletableFuture().join();
    if (answer instanceof Answer.Refused(var why)) {
      throw new RefusedException(why);
    }
  }
}
