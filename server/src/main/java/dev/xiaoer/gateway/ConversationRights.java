package dev.xiaoer.gateway;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.attachments.ConversationAccess;
import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Readers;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.shops.Buyer;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/// Who may see a conversation and who may add to it: said once, for sockets, pages and files alike.
final class ConversationRights implements ConversationAccess, Readers {

  private final Conversations conversations;

  ConversationRights(Conversations conversations) {
    this.conversations = conversations;
  }

  static boolean maySee(Buyer buyer, ConversationCard card) {
    return card.shop().equals(buyer.shop()) && card.buyer().equals(buyer.id());
  }

  static boolean maySee(StaffMember member, ConversationCard card) {
    return member.maySee(card.desk(), card.group());
  }

  /// Also who helps another group out sees what is the own.
  static boolean maySee(StaffMember member, ConversationRecord record) {
    return maySee(member, record.card())
        || (record.card().desk().equals(member.desk()) && record.agent().equals(member.id()));
  }

  @Override
  public Access mayRead(ConversationId conversation, Principal caller) {
    return ask(conversations.find(conversation).toCompletableFuture().join(), caller);
  }

  @Override
  public Access mayPost(ConversationId conversation, Principal caller) {
    ConversationRecord record = conversations.find(conversation).toCompletableFuture().join();
    Access seen = ask(record, caller);
    if (record == null || seen instanceof Denied) {
      return seen;
    }
    if (record.state() == ConversationRecord.State.CLOSED) {
      return new Denied(Refusal.CLOSED);
    }
    boolean isItsAgent = who(caller) instanceof StaffMember member && member.id().equals(record.agent());
    return who(caller) instanceof Buyer || isItsAgent ? seen : new Denied(Refusal.FORBIDDEN);
  }

  private Access ask(@Nullable ConversationRecord record, Principal caller) {
    Author as = record == null ? null : as(record, caller);
    return as == null ? new Denied(Refusal.NOT_FOUND) : new Granted(as);
  }

  private @Nullable Author as(ConversationRecord record, Principal caller) {
    return who(caller) instanceof StaffMember member && maySee(member, record)
        ? new Author.Agent(member.id())
        : as(record.card(), caller);
  }

  @Override
  public @Nullable Author as(ConversationCard card, Principal caller) {
    return switch (who(caller)) {
      case Buyer buyer when maySee(buyer, card) -> new Author.Buyer();
      case StaffMember member when maySee(member, card) -> new Author.Agent(member.id());
      case null, default -> null;
    };
  }

  private static @Nullable Object who(Principal caller) {
    return caller instanceof Authentication authentication ? authentication.getPrincipal() : null;
  }
}
