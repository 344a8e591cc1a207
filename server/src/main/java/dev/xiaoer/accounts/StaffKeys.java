package dev.xiaoer.accounts;

/// The spelling of this room's keys. All of the staff lies in one slot: a sign-in name is unique over all desks.
final class StaffKeys {

  /// hash: sign-in name in lower case → staff id
  static final String NAMES = "{staff}:names";
  /// string: SHA-256 of the token that makes the first administrator
  static final String SETUP = "{staff}:setup";
  /// channel: staff id of everybody who has to go
  static final String SIGNED_OUT = "staff.signed-out";

  /// channel: staff id of everybody whose groups, cap, name or role are others now
  static final String CHANGED = "staff.changed";

  private StaffKeys() {}

  /// hash: one account
  static String member(String id) {
    return "{staff}:member:" + id;
  }

  /// set: staff ids of a desk
  static String desk(String desk) {
    return "{staff}:desk:" + desk;
  }

  /// string, 30 s: who asked for the ticket of this hash
  static String ticket(String hash) {
    return "ticket:" + hash;
  }

  /// hash or string, at most an hour: attempts to sign in of an account (hashed), an address or everybody
  static String attempts(String of, String whom) {
    return "sign-in:" + of + ":" + whom;
  }
}
