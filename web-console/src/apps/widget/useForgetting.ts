import type { VisitDesk } from '@/composables/visitDesk';
import type { Offers } from './useOffers';

/** Gives the tab in which it was asked for the time to be let in anew: both are then the same stranger. */
const AFTER_THE_OTHER_MS = 1000;

/**
 * Who is forgotten in one tab is forgotten in all of them.
 *
 * @param after done when nothing is left
 * @returns forgets the buyer
 */
export function useForgetting(visit: VisitDesk, offers: Offers, after: () => void): () => void {
  const forget = (): void => {
    visit.leave();
    offers.clear();
  };
  window.addEventListener('storage', () => {
    if (visit.admission.value !== null && !visit.isKnown()) {
      forget();
      setTimeout(after, AFTER_THE_OTHER_MS);
    }
  });
  return () => {
    forget();
    after();
  };
}
