package dev.xiaoer.availability.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an agent settles for the own seat.
@RestController
@RequestMapping("/api/v1/seat/settings")
@Tag(name = "Staff")
class SeatSettingsController {

  private static final int LONGEST = 500;

  private final Availability availability;

  SeatSettingsController(Availability availability) {
    this.availability = availability;
  }

  /// @param hangUpAt at how many open conversations one is hung up by itself; null for never
  /// @param awayText what buyers who write then are told; nobody is hung up without one (B2)
  record Wishes(@Min(1) @Max(1_000) @Nullable Integer hangUpAt, @Size(max = 2 * LONGEST) String awayText) {}

  @PutMapping
  @Operation(summary = "Hangs oneself up at a number of open conversations, and says what buyers are told then")
  CompletionStage<Wishes> settle(@AuthenticationPrincipal StaffMember member, @Valid @RequestBody Wishes wishes) {
    String awayText = CleanText.of(wishes.awayText(), LONGEST);
    if (wishes.hangUpAt() != null && awayText.isEmpty()) {
      throw new RefusedException(Refusal.AWAY_REPLY_MISSING);
    }
    return availability.settle(member.desk(), member.id(), wishes.hangUpAt(), awayText)
        .thenApply(kept -> new Wishes(wishes.hangUpAt(), awayText));
  }
}
