import { CLOSE_REASONS, type Then } from './frames';

/** What to do about a closed socket. A code that is none of ours (a proxy's, a network's) means: come back. */
export const thenAfter = (code: number): Then =>
  Object.values(CLOSE_REASONS).find((reason) => reason.code === code)?.then ?? 'COME_BACK';

/** The server asked us to come back, so it does not count as a failure. */
export const isInvitation = (code: number): boolean => code === CLOSE_REASONS.COME_BACK.code;
