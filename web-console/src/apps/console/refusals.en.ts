/** Why the staff was refused something; what buyers hear of too is in the words of all pages. */
export default {
  CREDENTIALS_WRONG: 'The name or the password is wrong',
  PASSWORD_WEAK: 'The password is too short, too long or too common',
  NAME_TAKEN: 'This sign-in name is taken',
  FORBIDDEN_PHRASE: 'It has a forbidden phrase and was not sent',
  CAP_FULL: 'You serve as many as you may',
  NOT_WAITING: 'This buyer does not wait any more',
  TRANSFER_PENDING: 'Somebody was asked to take it and has not answered yet',
  NOT_AVAILABLE: 'Not online or no room: please choose somebody else',
  NEEDS_SUPERVISOR: 'It was transferred too often: only a supervisor can take it',
  NOT_NOW: 'Not possible in the state you are in',
  STILL_SERVING: 'You still have open conversations',
  REASON_MISSING: 'Please say why',
  AWAY_REPLY_MISSING: 'Please say what buyers are told meanwhile',
  NEEDS_CONSENT: 'A supervisor has to agree beforehand',
  BELOW_FLOOR: 'Too few of the group would be left online',
};
