/** What shops may choose: `#rrggbb`. */
const HEX = /^#[0-9a-f]{6}$/i;
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

/** By WCAG, but for the darkest shares: those come out lighter by less than 0.001, which changes no ink for the worse. */
function luminance(color: string): number {
  const light = (at: number): number =>
    ((parseInt(color.slice(at, at + 2), 16) / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5);
}
