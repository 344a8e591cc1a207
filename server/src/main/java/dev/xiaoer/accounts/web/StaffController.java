package dev.xiaoer.accounts.web;

import dev.xiaoer.accounts.StaffIds;
import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// An administrator sees and changes the accounts of the own desk; the others are not found. Nobody takes the own
/// rights away: an administrator always stays.
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff")
class StaffController {

  static final String ID = "[A-Za-z0-9_-]{1,36}";
  static final String NAME = "[\\p{L}\\p{N}._-]{2,36}";

  private final StaffMembers members;
  private final StaffIds ids;

  StaffController(StaffMembers members, StaffIds ids) {
    this.members = members;
    this.ids = ids;
  }

  enum StaffRole {
    AGENT, SUPERVISOR, ADMIN;

    Frame.Role role() {
      return Frame.Role.valueOf(name());
    }
  }

  record Newcomer(
      @Pattern(regexp = NAME) String name,
      @NotBlank @Size(max = 64) String displayName,
      StaffRole role,
      @Size(max = 50) Set<@Pattern(regexp = ID) String> groups,
      @Min(0) @Max(100) int cap,
      @NotBlank @Size(max = 256) String password) {}

  record Change(
      @NotBlank @Size(max = 64) String displayName,
      StaffRole role,
      @Size(max = 50) Set<@Pattern(regexp = ID) String> groups,
      @Min(0) @Max(100) int cap) {}

  record Password(@NotBlank @Size(max = 256) String password) {}

  @GetMapping
  @Operation(summary = "Everybody of the desk whose account is not disabled")
  List<Me> list(@AuthenticationPrincipal StaffMember admin) {
    return members.ofDesk(admin.desk()).stream().map(Me::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds an account to the desk")
  Me create(@AuthenticationPrincipal StaffMember admin, @Valid @RequestBody Newcomer wanted) {
    var newcomer = new StaffMember(
        ids.next(),
        admin.desk(),
        wanted.name(),
        wanted.displayName(),
        wanted.role().role(),
        wanted.groups(),
        wanted.cap());
    if (!members.create(newcomer, wanted.password())) {
      throw new RefusedException(Refusal.NAME_TAKEN);
    }
    return Me.of(newcomer);
  }

  @PutMapping("/{id}")
  @Operation(summary = "Changes a member; a new role signs that person out")
  Me change(
      @AuthenticationPrincipal StaffMember admin,
      @PathVariable String id,
      @Valid @RequestBody Change wanted) {
    StaffMember before = colleague(admin, id);
    var changed = new StaffMember(
        id,
        before.desk(),
        before.name(),
        wanted.displayName(),
        wanted.role().role(),
        wanted.groups(),
        wanted.cap());
    if (id.equals(admin.id()) && changed.role() != admin.role()) {
      throw new RefusedException(Refusal.FORBIDDEN);
    }
    members.change(changed);
    return Me.of(changed);
  }

  @PutMapping("/{id}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sets a member's password and signs that person out")
  void changePassword(
      @AuthenticationPrincipal StaffMember admin,
      @PathVariable String id,
      @Valid @RequestBody Password password) {
    members.changePassword(colleague(admin, id).id(), password.password());
  }

  @PostMapping("/{id}/disable")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Closes an account and signs that person out")
  void disable(@AuthenticationPrincipal StaffMember admin, @PathVariable String id) {
    if (id.equals(admin.id())) {
      throw new RefusedException(Refusal.FORBIDDEN);
    }
    members.disable(colleague(admin, id).id());
  }

  private StaffMember colleague(StaffMember admin, String id) {
    StaffMember member = members.find(id);
    if (member == null || !member.desk().equals(admin.desk())) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return member;
  }
}
