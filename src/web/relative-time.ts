/** Times relative to now, in words. */

const units = [
  ['year', 365 * 24 * 60 * 60],
  ['month', 30 * 24 * 60 * 60],
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
] as const;

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** Returns a text such as `3 days ago` or `in 30 days`, rounded down; `just now` for less than a minute. */
export function relativeTime(date: Date, now: Date): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const [unit, length] = units.find(([, most]) => Math.abs(seconds) >= most) ?? [];
  return unit === undefined ? 'just now' : words.format(Math.trunc(seconds / length), unit);
}
