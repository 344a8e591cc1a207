package dev.xiaoer.protocol;

/// How the offer of a conversation ended.
public enum TransferHow {
  ACCEPTED, REFUSED,
  /// Nobody answered in time, or who was asked has gone.
  EXPIRED,
  /// Who offered it took it back, or has it no longer.
  WITHDRAWN
}
