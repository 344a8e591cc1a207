import { onScopeDispose } from 'vue';

/**
 * Asks again and again while somebody looks.
 *
 * @returns begins, with a question at once; what that returns ends it
 */
export function useOften(ask: () => void, everyMs: number): () => () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
  };
  onScopeDispose(stop);
  return () => {
    ask();
    stop();
    timer = setInterval(ask, everyMs);
    return stop;
  };
}
