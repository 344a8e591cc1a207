package dev.xiaoer.workbench.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.workbench.BuyerFile;
import dev.xiaoer.workbench.BuyerFiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/conversations/{conversation}/buyer")
@Tag(name = "Desk")
class BuyerFileController {

  private final BuyerFiles files;

  BuyerFileController(BuyerFiles files) {
    this.files = files;
  }

  @GetMapping
  @Operation(summary = "Who asks: the buyer's orders, if the shop vouches for the buyer, and earlier conversations")
  BuyerFile file(@AuthenticationPrincipal StaffMember member, @PathVariable String conversation) {
    BuyerFile file = ConversationId.isOne(conversation) ? files.of(member, new ConversationId(conversation)) : null;
    if (file == null) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return file;
  }
}
