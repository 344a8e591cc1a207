package dev.xiaoer.routing.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.routing.Roster;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a console begins; what changes from then on it hears on the agent's topic.
@RestController
@RequestMapping("/api/v1/staff/me/desk")
@Tag(name = "Staff")
class RosterController {

  private final Roster roster;

  RosterController(Roster roster) {
    this.roster = roster;
  }

  @GetMapping
  @Operation(summary = "The own state and the own open conversations")
  CompletionStage<Roster.AgentDesk> desk(@AuthenticationPrincipal StaffMember member) {
    return roster.of(member.desk(), member.id());
  }
}
