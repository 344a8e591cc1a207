package dev.xiaoer.accounts;

import dev.xiaoer.protocol.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What Redis keeps of a member: the person, and what only signing in needs.
///
/// @param password the Argon2id hash with its salt and parameters
/// @param epoch grows with every sign-out of the person; a session or ticket of an older epoch is void
record StaffAccount(StaffMember member, String password, long epoch, boolean disabled) {

  static @Nullable StaffAccount of(String id, Map<String, String> fields) {
    if (fields.isEmpty()) {
      return null;
    }
    var member = new StaffMember(
        id,
        field(fields, "desk"),
        field(fields, "name"),
        field(fields, "displayName"),
        Frame.Role.valueOf(field(fields, "role")),
        groups(field(fields, "groups")),
        Integer.parseInt(field(fields, "cap")));
    return new StaffAccount(
        member,
        field(fields, "password"),
        Long.parseLong(fields.getOrDefault("epoch", "0")),
        fields.containsKey("disabled"));
  }

  /// The fields of a member as `name, value, name, value…`.
  static List<String> fieldsOf(StaffMember member) {
    return List.of(
        "desk",
        member.desk(),
        "name",
        member.name(),
        "displayName",
        member.displayName(),
        "role",
        member.role().name(),
        "groups",
        member.groups().stream().sorted().collect(Collectors.joining(",")),
        "cap",
        Integer.toString(member.cap()));
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalStateException("an account in Redis has no " + name);
    }
    return value;
  }

  private static Set<String> groups(String list) {
    return Arrays.stream(list.split(",")).filter(group -> !group.isEmpty()).collect(Collectors.toUnmodifiableSet());
  }
}
