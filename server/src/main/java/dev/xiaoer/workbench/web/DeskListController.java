package dev.xiaoer.workbench.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.workbench.DeskLists;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// An agent finds the conversations of the own groups, who leads the desk finds all of it.
@RestController
@RequestMapping("/api/v1/desk/conversations")
@Tag(name = "Desk")
class DeskListController {

  private final DeskLists lists;

  DeskListController(DeskLists lists) {
    this.lists = lists;
  }

  @GetMapping
  @Operation(summary = "Conversations that wait, that colleagues have, or that are over", description = "scope: waiting, team or closed. group: one of them only. q (closed): part of the buyer's name or "
      + "id, or of the conversation's id. before: the id of the last conversation of the page before.")
  DeskLists.Page list(
      @AuthenticationPrincipal StaffMember member,
      @RequestParam String scope,
      @RequestParam(required = false) @Pattern(regexp = "[A-Za-z0-9_-]{1,36}") @Nullable String group,
      @RequestParam(defaultValue = "") @Size(max = 64) String q,
      @RequestParam(required = false) @Nullable ConversationId before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
    return lists.page(member, new DeskLists.Asked(scope(scope), group, q.strip(), before, limit));
  }

  private static DeskLists.Scope scope(String name) {
    return switch (name) {
      case "waiting" -> DeskLists.Scope.WAITING;
      case "team" -> DeskLists.Scope.TEAM;
      case "closed" -> DeskLists.Scope.CLOSED;
      default -> throw new RefusedException(Refusal.INVALID);
    };
  }
}
