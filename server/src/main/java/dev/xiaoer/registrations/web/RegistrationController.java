package dev.xiaoer.registrations.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.privacy.Masking;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.registrations.Registration;
import dev.xiaoer.registrations.Registration.Person;
import dev.xiaoer.registrations.Registrations;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import dev.xiaoer.text.StrictText;
import dev.xiaoer.text.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Everybody at the desk may write down a question for a group; the group and who leads the desk see to it. Waits for the
/// store.
@RestController
@RequestMapping("/api/v1/desk/registrations")
@Tag(name = "Desk")
class RegistrationController {

  private static final String ID = "[A-Za-z0-9_-]{1,36}";
  private static final int LONGEST_QUESTION = 500;
  private static final int LONGEST_CONTACT = 100;

  private final Registrations registrations;
  private final Conversations conversations;
  private final StaffMembers staff;
  private final Shops shops;

  RegistrationController(Registrations registrations, Conversations conversations, StaffMembers staff, Shops shops) {
    this.registrations = registrations;
    this.conversations = conversations;
    this.staff = staff;
    this.shops = shops;
  }

  /// @param question at most 500 characters
  /// @param contact how to reach the buyer, at most 100 characters
  /// @param conversation the one it was asked in
  record Wanted(
      @Pattern(regexp = ID) String shop,
      @Pattern(regexp = ID) String group,
      String question,
      @Nullable String contact,
      @Nullable ConversationId conversation) {}

  /// @param contact masked
  /// @param at when it was written down, in ms
  record Shown(String id, String shop, String group, Person by, String question, @Nullable String contact,
      @Nullable String conversation, long at, Registration.@Nullable Done done) {

    static Shown of(Registration one) {
      return new Shown(one.id(), one.shop(), one.group(), one.by(), one.question(),
          one.contact() == null ? null : Masking.contact(one.contact()), one.conversation(), one.at(), one.done());
    }
  }

  record Contact(@Nullable String contact) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Writes down a question for a group whose agents are away; its members are told")
  Shown add(@AuthenticationPrincipal StaffMember member, @Valid @RequestBody Wanted wanted) {
    List<StaffMember> members = staff.ofDesk(member.desk());
    check(member, wanted, members);
    String contact = wanted.contact() == null || wanted.contact().isBlank()
        ? null
        : clean(wanted.contact(), LONGEST_CONTACT);
    return Shown.of(on(registrations.add(member.desk(),
        new Registrations.Wanted(wanted.shop(), wanted.group(), person(member),
            clean(wanted.question(), LONGEST_QUESTION), contact,
            wanted.conversation() == null ? null : wanted.conversation().value()),
        told(member, wanted.group(), members))));
  }

  private void check(StaffMember member, Wanted wanted, List<StaffMember> members) {
    Shop shop = shops.find(wanted.shop());
    boolean known = members.stream().anyMatch(serves(wanted.group()))
        || (shop != null && shop.groups().stream().anyMatch(group -> group.id().equals(wanted.group())));
    if (shop == null || !shop.desk().equals(member.desk()) || !known) {
      throw new RefusedException(Refusal.INVALID);
    }
    if (wanted.conversation() != null) {
      ConversationCard card = on(conversations.card(wanted.conversation()));
      if (card == null || !member.maySee(card.desk(), card.group())) {
        throw new RefusedException(Refusal.NOT_FOUND);
      }
    }
  }

  /// The group's members; where it has none, who leads the desk.
  private static List<String> told(StaffMember by, String group, List<StaffMember> members) {
    Predicate<StaffMember> responsible = members.stream().anyMatch(serves(group))
        ? serves(group)
        : StaffMember::isLeader;
    return members.stream().filter(responsible).map(StaffMember::id).filter(id -> !id.equals(by.id())).toList();
  }

  private static Predicate<StaffMember> serves(String group) {
    return member -> member.groups().contains(group);
  }

  @GetMapping
  @Operation(summary = "The open questions of a group, the oldest first")
  List<Shown> open(@AuthenticationPrincipal StaffMember member, @RequestParam @Pattern(regexp = ID) String group) {
    if (!member.maySee(member.desk(), group)) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return on(registrations.open(member.desk(), group)).stream().map(Shown::of).toList();
  }

  @PostMapping("/{id}/done")
  @Operation(summary = "The question is seen to")
  Shown done(@AuthenticationPrincipal StaffMember member, @PathVariable @Pattern(regexp = ID) String id) {
    on(registrations.done(member.desk(), visible(member, id), person(member)));
    return Shown.of(visible(member, id));
  }

  @PostMapping("/{id}/contact")
  @Operation(summary = "How to reach the buyer, unmasked; it is recorded who looked")
  Contact contact(@AuthenticationPrincipal StaffMember member, @PathVariable @Pattern(regexp = ID) String id) {
    return new Contact(on(registrations.contact(member.desk(), visible(member, id), member.id())));
  }

  private Registration visible(StaffMember member, String id) {
    Registration found = on(registrations.find(member.desk(), id));
    if (found == null || !member.maySee(member.desk(), found.group())) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return found;
  }

  private static Person person(StaffMember member) {
    return new Person(member.id(), member.displayName());
  }

  private static String clean(String text, int most) {
    return switch (StrictText.check(text, most)) {
      case Verdict.Refused(var code) -> throw new RefusedException(code);
      case Verdict.Clean(var clean) -> clean;
    };
  }

  private static <T extends @Nullable Object> T on(CompletionStage<T> answer) {
    return answer.toCompletableFuture().join();
  }
}
