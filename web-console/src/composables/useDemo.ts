import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { Backoff } from '@/client/Backoff';
import { browser, type Cancel } from '@/client/world';
import { readDemo, type Demo } from '@/protocol/demo';

/** Whether there is a demo here: not known yet, so, not so, or there is no server to say it. */
export type DemoAnswer =
  { readonly kind: 'asking' | 'off' | 'away' } | { readonly kind: 'on'; readonly demo: Demo };

const AGAIN_MS = 1000;

/** The demo's data. A server that is away is asked again until it answers. */
export function useDemo(): Readonly<ShallowRef<DemoAnswer>> {
  const answered = shallowRef<DemoAnswer>({ kind: 'asking' });
  const backoff = new Backoff(browser);
  let cancel: Cancel = () => undefined;
  let gone = false;

  const ask = async (): Promise<void> => {
    const answer = await api.get('/demo', readDemo);
    if (gone) {
      return;
    }
    if (answer.ok) {
      answered.value = { kind: 'on', demo: answer.body };
    } else if (answer.problem.status === 404) {
      answered.value = { kind: 'off' };
    } else {
      answered.value = { kind: 'away' };
      cancel = browser.after(AGAIN_MS + backoff.next(), () => void ask());
    }
  };

  void ask();
  onScopeDispose(() => {
    gone = true;
    cancel();
  });
  return answered;
}
