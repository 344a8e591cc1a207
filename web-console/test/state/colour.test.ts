import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENOUGH_CONTRAST, paint } from '@/state/colour';

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

/** The contrast of two colours by WCAG, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
