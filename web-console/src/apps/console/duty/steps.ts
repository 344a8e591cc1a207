import type { AvailabilityState } from '@/protocol/frames';

/** What an agent can choose, and the state it leads to. */
export const STEPS = [
  { step: 'online', state: 'ONLINE' },
  { step: 'hangUp', state: 'HUNG_UP' },
  { step: 'break', state: 'ON_BREAK' },
  { step: 'drain', state: 'DRAINING' },
  { step: 'signOff', state: 'OFFLINE' },
] as const satisfies readonly { readonly step: string; readonly state: AvailabilityState }[];

export type Step = (typeof STEPS)[number]['step'];
