package dev.xiaoer.accounts.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.protocol.Frame;
import java.util.List;

/// A member of the staff, as the console sees it.
///
/// @param cap how many conversations at once
record Me(
    String id,
    String desk,
    String name,
    String displayName,
    Frame.Role role,
    List<String> groups,
    int cap) {

  static Me of(StaffMember member) {
    return new Me(
        member.id(),
        member.desk(),
        member.name(),
        member.displayName(),
        member.role(),
        member.groups().stream().sorted().toList(),
        member.cap());
  }
}
