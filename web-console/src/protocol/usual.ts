/** What holds for a group nobody has changed; agents are not told what holds for theirs. Durations are in seconds. */
export const USUAL = {
  hangUp: { limit: 600, warning: 480, grace: 120, most: 1800 },
  breaks: { length: 1800, atOnce: 1, hold: 120, unanswered: 60 },
  servedLately: { hungUp: 24 * 3600, online: 72 * 3600 },
  overflow: { after: 60 },
  /** Rule C2. */
  transfer: { answer: 30, hops: 2 },
} as const;
