/** A time that runs: 4:05, or 1:02:09. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0
    ? `${String(minutes)}:${two(seconds % 60)}`
    : `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`;
}

/** How long something was, in words of a few kinds: hours and minutes, or seconds alone. */
export type Length =
  | { readonly word: 'seconds'; readonly seconds: number }
  | { readonly word: 'minutes'; readonly minutes: number }
  | { readonly word: 'hours'; readonly hours: number; readonly minutes: number };

export function lengthOfTime(ms: number): Length {
  const minutes = Math.round(ms / 60_000);
  if (ms < 60_000) {
    return { word: 'seconds', seconds: Math.floor(ms / 1000) };
  }
  return minutes < 60
    ? { word: 'minutes', minutes }
    : { word: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
