package dev.xiaoer.phrases;

import dev.xiaoer.accounts.StaffMember;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Words kept ready. `{买家昵称}`, `{客服昵称}` and `{订单号}` in them are filled by the console.
///
/// @param group whose agents have it; null unless it is a group's
/// @param owner the agent whose own it is; null unless it is somebody's own
/// @param code what an agent types to get it; may be empty
/// @param folder where it is shown; may be empty
public record Phrase(
    String id,
    Scope scope,
    @Nullable String group,
    @Nullable String owner,
    String code,
    String text,
    String folder) {

  public Phrase {
    if ((scope == Scope.GROUP) == (group == null) || (scope == Scope.OWN) == (owner == null)) {
      throw new IllegalArgumentException("a group's phrase names the group, an own one its owner");
    }
  }

  public enum Scope {
    DESK, GROUP, OWN
  }

  /// At the member's own desk.
  public boolean isSeenBy(StaffMember member) {
    return switch (scope) {
      case DESK -> true;
      case GROUP -> member.isLeader() || member.groups().contains(group);
      case OWN -> member.id().equals(owner);
    };
  }

  public boolean isChangedBy(StaffMember member) {
    return scope == Scope.OWN ? member.id().equals(owner) : member.isLeader();
  }

  /// Whether one code would mean both.
  boolean isMixedUpWith(Phrase other) {
    return !id.equals(other.id) && !code.isEmpty() && code.equalsIgnoreCase(other.code) && scope == other.scope
        && Objects.equals(group, other.group) && Objects.equals(owner, other.owner);
  }
}
