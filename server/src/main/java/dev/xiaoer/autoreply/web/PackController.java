package dev.xiaoer.autoreply.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.autoreply.DeskPacks;
import dev.xiaoer.autoreply.DeskPacks.Kept;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.replies.pack.InvalidPackException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the desk says by itself, as its supervisors have written it down.
@RestController
@RequestMapping("/api/v1/desk/replies")
@Tag(name = "Replies")
class PackController {

  private final DeskPacks packs;
  private final Drafts drafts;

  PackController(DeskPacks packs, Drafts drafts) {
    this.packs = packs;
    this.drafts = drafts;
  }

  /// @param version 0 while it is the one that comes with the desk
  /// @param yaml the rule pack
  record Pack(@Min(0) long version, String yaml) {

    static Pack of(Kept kept) {
      return new Pack(kept.version(), kept.yaml());
    }
  }

  @GetMapping
  @Operation(summary = "The desk's rule pack, or the one that comes with the desk")
  Pack find(@AuthenticationPrincipal StaffMember leader) {
    return Pack.of(packs.find(leader.desk()).toCompletableFuture().join());
  }

  /// @throws InvalidPackException answered with line and reason of every mistake
  @PutMapping
  @Operation(summary = "Replaces the pack; every node goes by it within two seconds")
  Pack replace(@AuthenticationPrincipal StaffMember leader, @Valid @RequestBody Pack wanted)
      throws InvalidPackException {
    drafts.read(wanted.yaml());
    Kept kept = packs.save(leader.desk(), new Kept(wanted.version(), wanted.yaml())).toCompletableFuture().join();
    if (kept == null) {
      throw new RefusedException(Refusal.STALE);
    }
    return Pack.of(kept);
  }
}
