package dev.xiaoer.workbench.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.routing.Transfers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where a console begins that has not heard of an offer: it was reloaded, or another tab made it.
@RestController
@RequestMapping("/api/v1/desk/transfers")
@Tag(name = "Desk")
class TransferController {

  private final Transfers transfers;

  TransferController(Transfers transfers) {
    this.transfers = transfers;
  }

  @GetMapping
  @Operation(summary = "The offers under way that the agent has made or been made")
  CompletionStage<List<Transfers.Pending>> own(@AuthenticationPrincipal StaffMember member) {
    return transfers.pending(member.desk(), member.id());
  }
}
