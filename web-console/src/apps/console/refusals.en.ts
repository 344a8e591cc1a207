/** Why the staff was refused something; what buyers hear of too is in the words of all pages. */
export default {
  CREDENTIALS_WRONG: 'The name or the password is wrong',
  PASSWORD_WEAK: 'The password is too short, too long or too common',
  NAME_TAKEN: 'This sign-in name is taken',
  FORBIDDEN_PHRASE: 'It has a forbidden phrase and was not sent',
  NOT_NOW: 'It is not possible in your state now',
  STILL_SERVING: 'Some conversations are still open',
  REASON_MISSING: 'Please say why',
  AWAY_REPLY_MISSING: 'Please write first what buyers are answered',
  NEEDS_CONSENT: 'It is longer than allowed: a supervisor has to agree first',
  BELOW_FLOOR: 'Too few would stay online; you cannot leave right now',
  CAP_FULL: 'You serve as many as you may',
  NOT_WAITING: 'This buyer does not wait any more',
  TRANSFER_PENDING: 'Somebody was asked to take it and has not answered yet',
  NOT_AVAILABLE: 'Not online or no room: please choose somebody else',
  NEEDS_SUPERVISOR: 'It was transferred too often: only a supervisor can take it',
};
