import { expect, test } from 'vitest';
import { relativeTime } from '../../src/web/relative-time.ts';

const now = new Date('2026-06-15T12:00:00Z');

test.each([
  ['2026-06-15T12:00:00Z', 'just now'],
  ['2026-06-15T11:59:01Z', 'just now'],
  ['2026-06-15T11:59:00Z', '1 minute ago'],
  ['2026-06-15T10:00:01Z', '1 hour ago'],
  ['2026-06-13T11:00:00Z', '2 days ago'],
  ['2026-05-01T12:00:00Z', '1 month ago'],
  ['2024-06-15T12:00:00Z', '2 years ago'],
  ['2026-07-15T12:00:00Z', 'in 1 month'],
  ['2026-06-15T12:30:00Z', 'in 30 minutes'],
])('%s is %s', (time, text) => {
  expect(relativeTime(new Date(time), now)).toBe(text);
});
