package dev.xiaoer.accounts;

/// Somebody of the staff has other groups, another cap, name or role from now on. Heard by the node that was asked.
public record MemberChanged(StaffMember member) {}
