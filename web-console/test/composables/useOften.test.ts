// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { effectScope } from 'vue';
import { useOften } from '@/composables/useOften';

test('one asks at once, and then as often as is said, until one looks away or goes', () => {
  vi.useFakeTimers();
  const ask = vi.fn();
  const scope = effectScope();
  const begin = scope.run(() => useOften(ask, 1_000));
  const stop = begin?.();
  vi.advanceTimersByTime(2_500);
  expect(ask).toHaveBeenCalledTimes(3);
  stop?.();
  vi.advanceTimersByTime(5_000);
  expect(ask).toHaveBeenCalledTimes(3);
  begin?.();
  scope.stop();
  vi.advanceTimersByTime(5_000);
  expect(ask).toHaveBeenCalledTimes(4);
  vi.useRealTimers();
});
