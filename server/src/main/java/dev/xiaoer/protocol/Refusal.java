package dev.xiaoer.protocol;

/// Why something was not done. The words for people are in the message files, by these names; HTTP answers carry the
/// same codes in their problem details.
public enum Refusal {
  /// The frame is not JSON, or not the JSON the type asks for.
  MALFORMED, UNKNOWN_TYPE, UNKNOWN_FIELD,
  /// A field has a value it may not have.
  INVALID,
  /// The text has characters that are not allowed: lone surrogates, control characters, direction overrides.
  BAD_TEXT, TEXT_EMPTY, TEXT_TOO_LONG,
  /// The one who asks is not, or no longer, signed in.
  UNAUTHENTICATED, FORBIDDEN,
  /// Name or password is wrong; it is not said which.
  CREDENTIALS_WRONG,
  /// The password is too short, too long or one that everybody tries.
  PASSWORD_WEAK,
  /// The sign-in name is somebody's.
  NAME_TAKEN,
  /// What the shop's server says about a buyer is not signed, not signed as agreed, too old or was shown before.
  IDENTITY_REFUSED,
  /// The page's CSRF token is missing or another one.
  CSRF,
  /// HTTP only: no such method, no such type of content, too many bytes.
  METHOD_NOT_ALLOWED, MEDIA_TYPE, TOO_LARGE,
  /// There is no such thing, or it is none of the asker's business.
  NOT_FOUND,
  /// The conversation is closed; a new one can be started.
  CLOSED,
  /// The conversation has changed hands since: look again.
  STALE,
  /// The conversation is offered to somebody already.
  TRANSFER_PENDING,
  /// Who is to take it is away or has no free place.
  NOT_AVAILABLE,
  /// It has changed hands too often: only a supervisor may take it.
  NEEDS_SUPERVISOR,
  /// The agent has as many conversations as the agent may have.
  CAP_FULL,
  /// The conversation does not wait: somebody has it, or it is closed.
  NOT_WAITING,
  /// It was said too long ago to be taken back.
  RECALL_TOO_LATE,
  /// The conversation was rated before.
  RATED_ALREADY,
  /// The conversation has been closed for too long.
  RATING_TOO_LATE,
  /// The conversation is not closed yet, or nobody of the staff had replied in it.
  RATING_NOT_ASKED,
  /// The text has a phrase that is forbidden at the desk; the words name it.
  FORBIDDEN_PHRASE,
  /// It is not possible in the state the agent is in.
  NOT_NOW,
  /// The agent still has open conversations (A2, B6).
  STILL_SERVING,
  /// An agent who hangs up says why, and what buyers are told meanwhile (B2).
  REASON_MISSING, AWAY_REPLY_MISSING,
  /// It is longer than may be without a supervisor's consent.
  NEEDS_CONSENT,
  /// Too few of the group would be left online (A4).
  BELOW_FLOOR,
  /// The same ref was used for something else.
  REF_REUSED,
  /// Files are switched off on this desk.
  FILES_OFF, FILE_EMPTY, FILE_TOO_LARGE,
  /// Files of this type are not taken, or the bytes, the name and the claimed type do not agree.
  FILE_TYPE,
  /// The file breaks the rules of its own format, or ends too early.
  FILE_DAMAGED,
  /// The picture has more pixels or frames, or takes more time to copy, than is allowed.
  PICTURE_TOO_LARGE,
  /// The conversation has used up its files or bytes of the day.
  FILE_QUOTA,
  /// The virus scanner found something.
  FILE_INFECTED,
  /// The virus scanner did not answer, and nothing is taken unseen.
  FILE_UNCHECKED(true),
  /// A command before this one on the same socket is not settled: send again from the oldest.
  BEHIND(true), TOO_MANY(true),
  /// The store cannot be reached; nothing is lost, it is not known whether the command was carried out.
  STORE_UNAVAILABLE(true),
  /// The store has the event, but not yet as safely as promised.
  STORE_NOT_DURABLE(true),
  /// Something is broken on our side; it was logged.
  INTERNAL(true);

  private final boolean retry;

  Refusal() {
    this(false);
  }

  Refusal(boolean retry) {
    this.retry = retry;
  }

  /// Whether the same command with the same ref should be sent again.
  public boolean retry() {
    return retry;
  }
}
