import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, ENOUGH_CONTRAST, paint } from '@/state/colour';

test('whatever colour a shop chooses, its ink can be read', () => {
  fc.assert(
    fc.property(fc.nat(0xffffff), (rgb) => {
      const { ground, ink } = paint(`#${rgb.toString(16).padStart(6, '0')}`);
      expect(contrast(ground, ink)).toBeGreaterThanOrEqual(ENOUGH_CONTRAST);
    }),
    { numRuns: 2000 },
  );
});

test('what is no colour is not used as one', () => {
  for (const text of ['', 'red', '#fff', 'url(https://evil.example)', '#12345g']) {
    expect(paint(text).ground).toMatch(/^#[0-9a-f]{6}$/);
  }
});
