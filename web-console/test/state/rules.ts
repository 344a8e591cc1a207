import type { GroupRules } from '@/protocol/rules';

/** What holds for a group nobody has changed. */
export const plainRules: GroupRules = {
  group: 'presale',
  version: 3,
  hangUp: { limit: 600, warning: 480, grace: 90, most: 1800 },
  breaks: { length: 1800, atOnce: 1, hold: 120, unanswered: 60 },
  floor: 0,
  servedLately: { hungUp: 86_400, online: 259_200 },
  overflow: null,
  answerWithin: null,
  manualPick: false,
  weights: { qing: 30 },
  hours: { zone: 'Asia/Shanghai', week: {}, exceptions: [] },
  queue: { most: null, longest: null },
  transfer: { answer: 30, hops: 2 },
  tiers: { vip: 9 },
};
