import type { AvailabilityState, FrameLogged } from '@/protocol/frames';

export interface Availability {
  readonly state: AvailabilityState;
  /** When it ends by itself, in ms; null when it does not. */
  readonly until: number | null;
}

export const offline: Availability = { state: 'OFFLINE', until: null };

export const applyToAvailability = (before: Availability, { event }: FrameLogged): Availability =>
  event.type === 'availability.changed' ? { state: event.state, until: event.until } : before;
