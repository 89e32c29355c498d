import { beforeAll, describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { createRegistry, startTestServer } from '../fixtures/server.ts';
import { issueToken } from '../native/tokens.ts';
import { useServer } from '../native/watched-server.ts';
import { browser, password, textOf, urlsIn } from './people.ts';

const server = useServer();

beforeAll(async () => {
  await createRegistry(server(), 'Open', 'files', { public: true, emoji: '🍌', description: 'Everyone reads it.' });
  await createRegistry(server(), 'Closed', 'python', { emoji: ':banana:' });
});

const open = (headers: Record<string, string> = {}, path = ''): Promise<Response> =>
  server().native(path, { headers: { ...browser, ...headers } });
const read = async (headers?: Record<string, string>): Promise<string> => textOf(await (await open(headers)).text());

describe('the front page', () => {
  test('is what a browser gets at the root, and a greeting is what programs get', async () => {
    const [page, greeting] = await Promise.all([open(), server().native('', { headers: { Accept: '*/*' } })]);
    const about = ({ status, headers }: Response): unknown[] => [
      status,
      headers.get('Content-Type'),
      headers.get('Vary'),
    ];
    expect([about(page), about(greeting)]).toEqual([
      [200, 'text/html', 'Accept'],
      [200, 'application/json', 'Accept'],
    ]);
  });

  test('shows anonymous readers the public registries only', async () => {
    const text = await read();
    expect([text.includes('🍌'), text.includes('Open Everyone reads it.'), text.includes('Closed')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('shows a member all registries, and the name of an emoji nowhere', async () => {
    const text = await read(password(server().token));
    expect([text.includes('Closed'), text.includes(':banana:')]).toEqual([true, false]);
  });

  test('shows the holder of a token for packages the public registries only', async () => {
    const text = await read(password(await issueToken(server(), { scopes: ['write_packages'] })));
    expect([text.includes('Open'), text.includes('Closed')]).toEqual([true, false]);
  });

  test('names the server, its version and its documentation, and leads to nothing that is missing', async () => {
    const html = await (await open()).text();
    const text = textOf(html);
    expect(text).toContain(`This server is ${server().url} .`);
    expect(text).toContain(`Larder ${packageFile.version}`);
    expect(text).toContain(`npx larder login ${server().url}`);
    expect(text).toContain(`-X POST "${server().url}/v2/packages/organizations/acme/registries"`);
    const inside = urlsIn(html).filter((url) => url.startsWith(server().url));
    const statuses = await Promise.all(
      inside.map(async (url) => (await open({}, url.slice(server().url.length + 1))).status),
    );
    expect(inside.length).toBeGreaterThan(3);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });

  test('rejects a wrong token', async () => {
    expect((await open(password('wrong'))).status).toBe(401);
  });

  test('does not name an organization without public registries to anonymous readers', async () => {
    await using other = await startTestServer();
    await createRegistry(other, 'Closed', 'files');
    const page = async (headers: Record<string, string>): Promise<string> =>
      textOf(await (await fetch(other.url, { headers: { ...browser, ...headers } })).text());
    expect(await page({})).toContain('No registry of this server is public.');
    expect(await page({})).not.toMatch(/acme|Closed/);
    expect(await page(password(other.token))).toMatch(/acme.*Closed/);
  });
});
