package dev.xiaoer.gateway;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.conversation.ConversationCard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// Whom a note may mention, looked up beside the sockets' threads.
final class Colleagues {

  private final StaffMembers staff;
  private final Executor virtualThreads;

  Colleagues(StaffMembers staff, Executor virtualThreads) {
    this.staff = staff;
    this.virtualThreads = virtualThreads;
  }

  /// Whether all of them work at the desk and may see the conversation.
  CompletionStage<Boolean> maySee(List<String> ids, ConversationCard card) {
    return ids.isEmpty()
        ? CompletableFuture.completedStage(true)
        : CompletableFuture.supplyAsync(() -> ids.stream().allMatch(id -> maySee(id, card)), virtualThreads);
  }

  private boolean maySee(String id, ConversationCard card) {
    StaffMember member = staff.find(id);
    return member != null && ConversationRights.maySee(member, card);
  }
}
