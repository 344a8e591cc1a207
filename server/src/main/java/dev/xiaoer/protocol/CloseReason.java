package dev.xiaoer.protocol;

/// Why the server closed a socket, and what the client should do about it.
public enum CloseReason {
  /// The node is going away, or it cannot vouch for its view: come back, the backoff starts anew.
  COME_BACK(1012, Then.COME_BACK),
  /// A frame that no client of ours sends.
  BAD_FRAME(4400, Then.STAY_AWAY),
  /// No hello in time, or the token or ticket is not good: get another one first.
  UNAUTHENTICATED(4401, Then.SIGN_IN), FOREIGN_ORIGIN(4403, Then.STAY_AWAY),
  /// The client did not read fast enough; nothing is lost, it resumes.
  TOO_SLOW(4408, Then.COME_BACK), FRAME_TOO_LARGE(4413, Then.STAY_AWAY), TOO_MANY(4429, Then.COME_BACK);

  /// What a client does next.
  public enum Then {
    COME_BACK, SIGN_IN, STAY_AWAY
  }

  private final int code;
  private final Then then;

  CloseReason(int code, Then then) {
    this.code = code;
    this.then = then;
  }

  public int code() {
    return code;
  }

  public Then then() {
    return then;
  }
}
