package dev.xiaoer.workbench.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.workbench.Seats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a console begins; what changes from then on it hears on the agent's topic.
@RestController
@RequestMapping({"/api/v1/staff/me/desk", "/api/v1/seat"})
@Tag(name = "Staff")
class SeatController {

  private final Seats seats;

  SeatController(Seats seats) {
    this.seats = seats;
  }

  @GetMapping
  @Operation(summary = "The own state and the own open conversations, the groups, shops and colleagues")
  Seats.Seat seat(@AuthenticationPrincipal StaffMember member) {
    return seats.of(member);
  }
}
