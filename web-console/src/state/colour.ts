/** What shops may choose: `#rrggbb`. */
const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const FALLBACK = '#c43e00';
/** WCAG 2.2 AA for text. */
export const ENOUGH_CONTRAST = 4.5;
/** White, whose luminance is 1, can be read on what is no lighter than this. */
const DARK_ENOUGH = 1.05 / ENOUGH_CONTRAST - 0.05;

/** A shop's colour, and the ink that can be read on it whatever the colour is. */
export interface Paint {
  readonly ground: string;
  readonly ink: string;
}

export function paint(color: string): Paint {
  const ground = HEX.test(color) ? color : FALLBACK;
  return { ground, ink: luminance(ground) <= DARK_ENOUGH ? '#ffffff' : '#000000' };
}

/** The contrast of two colours by WCAG, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (HEX.exec(color) ?? [])
    .slice(1)
    .map((part) => linear(parseInt(part, 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
