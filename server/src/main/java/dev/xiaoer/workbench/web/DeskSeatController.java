package dev.xiaoer.workbench.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.workbench.Seats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who sits at the desk; what changes from then on those who lead it hear on the topic of the supervisors.
@RestController
@RequestMapping("/api/v1/desk/seats")
@Tag(name = "Desk")
class DeskSeatController {

  private final Seats seats;

  DeskSeatController(Seats seats) {
    this.seats = seats;
  }

  @GetMapping
  @Operation(summary = "Everybody at the desk: state, time for it, load, and how many buyers wait for an answer")
  List<Seats.DeskSeat> list(@AuthenticationPrincipal StaffMember member) {
    return seats.ofDesk(member.desk());
  }
}
