/** Told at most this often; the other side shows it for longer. */
const TYPING_EVERY_MS = 3000;

/** Tells the other side that somebody types, once in a while, and at once after something was sent. */
export function useTyping(tell: () => void): { readonly typed: () => void; readonly sent: () => void } {
  let toldAt = -Infinity;
  return {
    typed: () => {
      const now = performance.now();
      if (now - toldAt > TYPING_EVERY_MS) {
        toldAt = now;
        tell();
      }
    },
    sent: () => {
      toldAt = -Infinity;
    },
  };
}
