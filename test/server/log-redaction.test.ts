/** Secrets of requests are not logged, in any header that the contract has for them. */
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { descriptions } from '../../src/server/descriptions.ts';
import { redactedPaths } from '../../src/server/log.ts';
import { secretHeaders } from '../../src/server/read-once.ts';
import { orchard } from '../contract/orchard.ts';
import { readDescription } from '../../src/contract/description.ts';

test('every header that a description has for credentials is left out, wherever headers are logged', () => {
  const names = [...new Set(readDescription(orchard).operations.flatMap(({ access }) => access.headers))];
  expect(names.toSorted()).toEqual(['authorization', 'x-orchard-apikey', 'x-orchard-token']);
  const lines: string[] = [];
  const log = pino({ redact: redactedPaths(names) }, { write: (line) => void lines.push(line) });
  const headers = { ...Object.fromEntries(names.map((name) => [name, 'a-secret'])), accept: 'text/html' };
  log.info({ headers }, 'asked');
  log.info({ request: { headers } }, 'asked');
  log.info({ sent: headers }, 'asked');
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).not.toContain('a-secret');
    expect(line).toContain('text/html');
  }
});

test('those of our own descriptions are known', () => {
  expect(secretHeaders(descriptions)).toEqual(['authorization', 'cookie']);
});
