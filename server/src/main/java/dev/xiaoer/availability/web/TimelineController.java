package dev.xiaoer.availability.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// When an agent was in which state on a day: of oneself, or of anybody for those who lead the desk. The day is one by the
/// clocks of the agent's group.
@RestController
@Tag(name = "Desk")
class TimelineController {

  private final Availability availability;
  private final StaffMembers members;
  private final DeskRules rules;

  TimelineController(Availability availability, StaffMembers members, DeskRules rules) {
    this.availability = availability;
    this.members = members;
    this.rules = rules;
  }

  @GetMapping("/api/v1/seat/timeline")
  @Operation(summary = "The own day", description = "In order, from the state in which the day begins; who did it is an "
      + "agent, a supervisor, or desk.")
  CompletionStage<List<Availability.Interval>> own(@AuthenticationPrincipal StaffMember member,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    return day(member, day);
  }

  @GetMapping("/api/v1/desk/agents/{id}/timeline")
  @Operation(summary = "An agent's day")
  CompletionStage<List<Availability.Interval>> ofAgent(@AuthenticationPrincipal StaffMember leader,
      @PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,36}") String id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    StaffMember member = members.find(id);
    if (member == null || !member.desk().equals(leader.desk())) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return day(member, day);
  }

  private CompletionStage<List<Availability.Interval>> day(StaffMember member, LocalDate day) {
    ZoneId zone = rules.of(member.desk(), member.groups().stream().sorted().findFirst().orElse("")).hours().zone();
    return availability.day(member.desk(), member.id(), day.atStartOfDay(zone).toInstant().toEpochMilli(),
        day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
  }
}
