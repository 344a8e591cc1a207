package dev.xiaoer.workbench;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the staff is called.
@Component
final class StaffNames {

  private final StaffMembers members;

  StaffNames(StaffMembers members) {
    this.members = members;
  }

  /// @return null when there is none; the id of one who is gone
  @Nullable
  String of(String id) {
    if (id.isEmpty()) {
      return null;
    }
    StaffMember member = members.find(id);
    return member == null ? id : member.displayName();
  }
}
