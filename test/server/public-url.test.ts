/** Which URL responses name, and what the operator is told if only this machine can reach it. */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startTestServer } from '../fixtures/server.ts';

const warning = 'responses name an address of this machine only; set LARDER_URL to the address that clients use';

it.each([
  [{ LARDER_HOST: '0.0.0.0' }, 'http://127.0.0.1:', true],
  [{ LARDER_HOST: '0' }, 'http://127.0.0.1:', true],
  [{ LARDER_HOST: '0.0.0.0', LARDER_URL: 'https://packages.example.com' }, 'https://packages.example.com', false],
  [{ LARDER_HOST: '127.0.0.2' }, 'http://127.0.0.2:', false],
  [{}, 'http://127.0.0.1:', false],
])('with %j responses begin with %s; a warning: %s', async (settings, begin, warns) => {
  const lines: { readonly level: number; readonly msg: string; readonly url?: string }[] = [];
  const log = pino(
    new Writable({
      write: (line, _encoding, done) => {
        lines.push(JSON.parse(String(line)) as (typeof lines)[number]);
        done();
      },
    }),
  );
  await using server = await startTestServer(settings, log);
  expect(server.url.startsWith(begin)).toBe(true);
  const warnings = lines.filter(({ level }) => level >= 40);
  expect(warnings.map(({ msg, url }) => [msg, url])).toEqual(warns ? [[warning, server.url]] : []);
});
