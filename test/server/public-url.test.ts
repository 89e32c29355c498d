/** The URL in responses, and the warning for operators if clients may not reach it. */
import { expect, it } from 'vitest';
import { publicUrl } from '../../src/server/public-url.ts';
import { readSettings } from '../../src/server/settings.ts';
import { startTestServer } from '../fixtures/server.ts';

it.each([
  [{ LARDER_HOST: '0.0.0.0' }, 'http://127.0.0.1:', true],
  [{ LARDER_HOST: '0' }, 'http://127.0.0.1:', true],
  [{ LARDER_HOST: '::' }, 'http://127.0.0.1:', true],
  [
    { LARDER_HOST: '0.0.0.0', LARDER_PUBLIC_URL: 'https://packages.example.com' },
    'https://packages.example.com',
    false,
  ],
  [{ LARDER_HOST: '127.0.0.2' }, 'http://127.0.0.2:', false],
  [{ LARDER_HOST: '::1' }, 'http://[::1]:', false],
  [{}, 'http://127.0.0.1:', false],
])('with %j responses begin with %s; a note on LARDER_PUBLIC_URL: %s', async (settings, begin, isNoted) => {
  await using server = await startTestServer(settings);
  expect(server.url.startsWith(begin)).toBe(true);
  expect(server.notes).toEqual(isNoted ? [wildcard(server.url)] : []);
});

it.each([
  ['192.0.2.7', 'http://192.0.2.7:8080'],
  ['2001:db8::7', 'http://[2001:db8::7]:8080'],
])('with the address %s of a network, a note has the base URL of links', (host, url) => {
  const settings = readSettings({ LARDER_HOST: host });
  expect(publicUrl(settings, { address: host, port: 8080, family: 'any' })).toEqual({
    url,
    note: `Links in responses begin with ${url}. Set LARDER_PUBLIC_URL if clients use another address, such as that of a proxy.`,
  });
});

function wildcard(url: string): string {
  return `Links in responses begin with ${url}, which other machines cannot reach. Set LARDER_PUBLIC_URL to the address that clients use.`;
}
