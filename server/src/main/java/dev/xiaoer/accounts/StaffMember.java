package dev.xiaoer.accounts;

import dev.xiaoer.protocol.Frame;
import java.util.Set;

/// Somebody who works at a desk.
///
/// @param name the sign-in name, the same for the whole installation
/// @param displayName what buyers and colleagues read
/// @param role never `BUYER`
/// @param groups ids of the groups this person serves
/// @param cap how many conversations at once
public record StaffMember(
    String id,
    String desk,
    String name,
    String displayName,
    Frame.Role role,
    Set<String> groups,
    int cap) {

  public StaffMember {
    if (role == Frame.Role.BUYER) {
      throw new IllegalArgumentException("a buyer is no member of the staff");
    }
    if (cap < 0) {
      throw new IllegalArgumentException("a cap is not negative");
    }
    groups = Set.copyOf(groups);
  }

  /// An agent sees the conversations of the own groups; who leads the desk sees all of it.
  public boolean maySee(String desk, String group) {
    return desk.equals(this.desk) && (isLeader() || groups.contains(group));
  }

  public boolean isLeader() {
    return role != Frame.Role.AGENT;
  }
}
