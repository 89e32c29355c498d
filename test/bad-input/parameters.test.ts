import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { publish } from '../fixtures/server.ts';
import { abuseServer } from './abused-server.ts';
import { replyOf, expectProblem, type Reply } from './problem.ts';

const abused = abuseServer();

const unknown = randomUUID();
let id = '';
let other = '';
beforeAll(async () => {
  id = await publishedId('plain', 'app-1.0.0.bin', 'content');
  other = await publishedId('debs', 'lib.deb', Buffer.from(await buildDeb({ control: { Package: 'libstdc++6' } })));
  abused.expectPublished(2);
});

async function publishedId(registry: string, name: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const reply = await publish(abused.server, registry, name, bytes);
  return ((await reply.json()) as { id: string }).id;
}

async function ask(path: string, init?: RequestInit): Promise<Reply> {
  return replyOf(await abused.server.ask(path, init));
}

/** With a short title for any value. */
function named(value: string): [string, string] {
  return [JSON.stringify(value.slice(0, 40)), value];
}

function namesIn({ text }: Reply): string[] {
  const { items } = JSON.parse(text) as { items: { name: string }[] };
  return items.map(({ name }) => name);
}

describe('Query parameters that break the contract are rejected', () => {
  test.each(
    [
      'per_page',
      'per_page=',
      'per_page=abc',
      'per_page=1.5',
      'per_page=NaN',
      'per_page=Infinity',
      'per_page=1e999',
      'per_page=%00',
      'per_page=1%27--',
      'per_page=1&per_page=2',
      'unknown=1&per_page=x',
      'name=',
      'name=a&name=b',
      `name=${'n'.repeat(256)}`,
      'after=',
      'after=a&after=b',
      `after=${'a'.repeat(201)}`,
      'before=',
      `before=${'b'.repeat(201)}`,
      'per_page=1?per_page=2',
      `${Array.from({ length: 2000 }, (_, index) => `p${index}=1`).join('&')}&per_page=x`,
    ].map((query) => [query.slice(0, 60), query]),
  )('%s', async (_, query) => {
    expectProblem(await ask(`${abused.packages()}?${query}`), 400, 'invalid-request');
  });

  test.each(['page=x', 'page=1.0', 'page=1&page=2'])('%s of organizations', async (query) => {
    expectProblem(await ask(`/v2/organizations?${query}`), 400, 'invalid-request');
  });

  test.each([
    ['name=a%', 'query.name', /^is not percent-encoded UTF-8; send "%" as %25$/],
    ['name=%FF', 'query.name', /percent-encoded/],
    ['name=%zz', 'query.name', /percent-encoded/],
    ['name=%ED%A0%80', 'query.name', /percent-encoded/],
    ['per_page=1&name=%C3&after=%A9', 'query.name', /percent-encoded/],
    ['unknown=%FF', 'query.unknown', /percent-encoded/],
    ['%FF=1', 'query', /percent-encoded/],
    ['%', 'query', /percent-encoded/],
    ['name=', 'query.name', /Empty/],
    ['per_page=', 'query.per_page', /decimal digits/],
    ['per_page=x', 'query.per_page', /^must be a whole number in decimal digits, such as 10$/],
    ['per_page=+10', 'query.per_page', /decimal digits/],
    ['per_page=1:0', 'query.per_page', /decimal digits/],
    ['per_page=1?0', 'query.per_page', /decimal digits/],
    ...['1e999', '-Infinity', '0x10', '0b1', '1e1', '10.0', '%2B10', '%2010', '10%20', '10%0A', '%D9%A30'].map(
      (text): [string, string, RegExp] => [`per_page=${text}`, 'query.per_page', /decimal digits|integer/],
    ),
  ])('%s, with the location and the reason', async (query, path, reason) => {
    const reply = await ask(`${abused.packages()}?${query}`);
    expectProblem(reply, 400, 'invalid-request');
    expect(JSON.parse(reply.text)).toMatchObject({ errors: [{ path, message: expect.stringMatching(reason) }] });
  });

  test('each of them is named', async () => {
    const reply = await ask(`${abused.packages()}?per_page=x&name=`);
    const { errors } = JSON.parse(reply.text) as { readonly errors: readonly { readonly path: string }[] };
    expect([reply.status, errors.map(({ path }) => path)]).toEqual([400, ['query.per_page', 'query.name']]);
  });

  test.each(['/healthz?%', '/acme/plain/files/app-1.0.0.bin?a=%FF'])('of any URL: %s', async (path) => {
    const { status, text } = await ask(path);
    const type = 'urn:larder:problem:invalid-request';
    expect([status, JSON.parse(text)]).toMatchObject([400, { type, detail: expect.stringMatching(/^query/) }]);
  });

  test('where a required one is missing', async () => {
    const path = abused.server.in('plain', 'packages', id, 'copy');
    expect(expectProblem(await ask(path, { method: 'POST' }), 400, 'invalid-request')).toContain('query.to');
  });
});

describe('Query parameters that an operation does not have are ignored', () => {
  const odd = [
    'unknown=1',
    'unknown',
    '=1',
    '=',
    '__proto__=1',
    'constructor=1',
    'PER_PAGE=x',
    'per_page[]=x',
    'per_page[a]=x',
    'name[$ne]=a',
    'x=a:b?c',
    'a=1&a=2',
    Array.from({ length: 2000 }, (_, index) => `p${index}=1`).join('&'),
  ];

  test.each(odd.map(named))('%s', async (_, query) => {
    for (const path of [
      abused.packages(),
      abused.server.in('plain'),
      '/v2/access-token',
      '/healthz',
      '/docs/matrix',
      '/organizations/acme',
      '/acme/plain/files/app-1.0.0.bin',
      '/acme/debs/gpgkey',
    ])
      expect((await ask(`${path}?${query}`)).status, path).toBe(200);
  });

  test.each(odd.map(named))('%s, wherever it stands among those that count', async (_, query) => {
    const all = await ask(abused.packages('debs'));
    for (const pairs of [`${query}&name=none&per_page=1`, `name=none&${query}`, `name=n%6fne&${query}&per%5Fpage=1`]) {
      const reply = await ask(`${abused.packages('debs')}?${pairs}`);
      expect(reply.status).toBe(200);
      expect([namesIn(all), namesIn(reply)]).toEqual([['libstdc++6'], []]);
    }
  });

  test('but not those that lack', async () => {
    const path = abused.server.in('plain', 'packages', id, 'copy');
    const message = expectProblem(await ask(`${path}?too=debs`, { method: 'POST' }), 400, 'invalid-request');
    expect(message).toContain('query.to');
  });
});

describe('Query parameters that look odd but are fine', () => {
  test.each([
    'per_page=1',
    'per_page=100',
    'per_page=0',
    'per_page=-1',
    'per_page=101',
    `per_page=${'9'.repeat(400)}`,
    `per_page=-${'9'.repeat(400)}`,
    'page=0',
    'page=-7',
    'per_page=%31',
    'per_page=007',
    '',
    '&',
    'per_page=1&',
    'name=a?b',
    'name=a:/?[]@!$()*+,;=b',
  ])('%s', async (query) => {
    expect(await ask(`${abused.packages()}?${query}`)).toMatchObject({ status: 200 });
  });
});

describe('A filter by name', () => {
  test('finds a plus sign that is percent-encoded', async () => {
    expect(namesIn(await ask(`${abused.packages('debs')}?name=libstdc%2B%2B6`))).toEqual(['libstdc++6']);
  });

  test('takes a plus sign for a blank, as forms write it', async () => {
    const reply = await ask(`${abused.packages('debs')}?name=libstdc++6`);
    expect(reply).toMatchObject({ status: 200 });
    expect(namesIn(reply)).toEqual([]);
  });

  test('gives links that find the same', async () => {
    const { text } = await ask(`${abused.packages('debs')}?name=libstdc%2B%2B6`);
    const { links } = JSON.parse(text) as { links: { self: string } };
    const { pathname, search } = new URL(links.self);
    expect(namesIn(await ask(pathname + search))).toEqual(['libstdc++6']);
  });
});

describe('A cursor that belongs to no page of the list is rejected', () => {
  test.each<[string, () => string]>([
    ['a word', () => 'after=abc'],
    ['both directions', () => `after=${id}&before=${id}`],
    ['an id with more behind it', () => `after=${id}x`],
    ['200 characters', () => `after=${'a'.repeat(200)}`],
    ['NUL', () => 'after=%00'],
    ['SQL', () => `after=${encodeURIComponent("' OR 1=1 --")}`],
  ])('%s', async (_, query) => {
    expectProblem(await ask(`${abused.packages()}?${query()}`), 422, 'unusable-cursor');
  });
});

describe('A cursor that is an id is a place in the list, whether or not its package is in it', () => {
  const page = async (query: string): Promise<{ status: number; ids: readonly string[] }> => {
    const { status, text } = await ask(`${abused.packages()}?${query}`);
    const { items } = JSON.parse(text) as { readonly items: readonly { readonly id: string }[] };
    return { status, ids: items.map((item) => item.id) };
  };

  // The newest comes first, and ids rise with time.
  test.each<[string, () => string]>([
    ['an id of nothing', () => unknown],
    ['a package of another registry', () => other],
    ['the id of its package in capital letters', () => id.toUpperCase()],
  ])('%s', async (_, cursor) => {
    const { ids: all } = await page('per_page=100');
    const older = all.filter((one) => one < cursor().toLowerCase());
    const newer = all.filter((one) => one > cursor().toLowerCase());
    expect(await page(`per_page=100&after=${cursor()}`)).toEqual({ status: 200, ids: older });
    expect(await page(`per_page=100&before=${cursor()}`)).toEqual({ status: 200, ids: newer });
  });
});

describe('An id', () => {
  test.each(
    ['1', 'abc', '%00', "'%20OR%20'1'='1", '..%2F..', `${unknown}x`, unknown.replaceAll('-', ''), 'x'.repeat(5000)].map(
      named,
    ),
  )('that is invalid is rejected: %s', async (_, bad) => {
    expectProblem(await ask(`${abused.packages()}/${bad}`), 400, 'invalid-request');
  });

  test.each<[string, () => string]>([
    ['of nothing', () => unknown],
    ['of a package in another registry', () => other],
  ])('%s is not found', async (_, wrong) => {
    const at = `${abused.packages()}/${wrong()}`;
    expectProblem(await ask(at), 404, 'not-found');
    expectProblem(await ask(at, { method: 'DELETE' }), 404, 'not-found');
    expectProblem(await ask(`${at}/copy?to=plain`, { method: 'POST' }), 404, 'not-found');
    expectProblem(await ask(`${at}/files`), 404, 'not-found');
    expectProblem(await ask(`${at}/files/app-1.0.0.bin`), 404, 'not-found');
  });
});

const hostile = [
  '<script>alert(1)</script>',
  "'; DROP TABLE packages; --",
  "' OR '1'='1",
  '" onload="alert(1)',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '%s%n%x',
  '\u202egnp.exe',
  'a\0b',
  '\r\nSet-Cookie: a=b',
  'größe 日本 📦',
  '*',
  '%',
  '_',
];

describe.each(hostile.map(named))('Hostile text is text: %s', (_, value) => {
  test('as a filter by name it finds nothing', async () => {
    const reply = await ask(`${abused.packages()}?name=${encodeURIComponent(value)}`);
    expect(reply).toMatchObject({ status: 200 });
    expect(namesIn(reply)).toEqual([]);
  });

  test('as a slug or a file name it names nothing', async () => {
    const encoded = encodeURIComponent(value);
    for (const path of [
      `/v2/packages/organizations/${encoded}/registries`,
      `/v2/organizations/${encoded}`,
      abused.server.in(value),
      abused.server.in(value, 'packages'),
      abused.server.in('plain', 'packages', id, 'files', value),
    ])
      expectProblem(await ask(path), 404, 'not-found');
  });

  test('is invalid as the destination of a copy', async () => {
    const path = `${abused.packages()}/${id}/copy?to=${encodeURIComponent(value)}`;
    expect((await ask(path, { method: 'POST' })).status).toBeOneOf([404, 422]);
  });

  test('as settings of a registry it comes back, or is rejected', async () => {
    const body = JSON.stringify({ name: `Registry ${value}`, ecosystem: 'files', description: value });
    const reply = await ask(abused.server.in(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    if (reply.status !== 200) {
      expectProblem(reply, 400, 'invalid-request');
      return;
    }
    const { slug } = JSON.parse(reply.text) as { slug: string };
    expect(slug).toMatch(/^registry(-[a-z0-9]+)*$/);
    const read = await ask(abused.server.in(slug));
    expect(JSON.parse(read.text)).toMatchObject({ name: `Registry ${value}`, description: value });
    expect((await ask(abused.server.in(slug), { method: 'DELETE' })).status).toBe(200);
  });

  test('as a token it opens nothing', async () => {
    const secret = Buffer.from(`x:${value}`).toString('base64');
    expectProblem(
      await ask(abused.packages(), { headers: { Authorization: `Basic ${secret}` } }),
      401,
      'unauthenticated',
    );
  });
});

describe('Slugs that are too long are rejected', () => {
  test.each([101, 8000])('%i characters', async (length) => {
    const slug = 'x'.repeat(length);
    expectProblem(await ask(abused.server.in(slug)), 400, 'invalid-request');
    expectProblem(await ask(abused.packages().replace('acme', slug)), 400, 'invalid-request');
  });
});

describe('Header values that are too long are rejected', () => {
  test.each([
    ['If-None-Match', 4001],
    ['If-Modified-Since', 101],
    ['If-Range', 1001],
    ['Range', 1001],
  ])('%s', async (name, length) => {
    const path = abused.server.in('plain', 'packages', id, 'files', 'app-1.0.0.bin');
    const reply = await ask(path, { headers: { [name]: 'x'.repeat(length) } });
    expect(expectProblem(reply, 400, 'invalid-request')).toContain(name.toLowerCase());
  });
});

describe('Malformed credentials are rejected', () => {
  test.each(
    ['', 'Bearer', 'Bearer ', 'Bearer a b', 'Basic !!!', 'Basic', 'Token abc', `Bearer ${'x'.repeat(10_000)}`].map(
      named,
    ),
  )('%s', async (_, authorization) => {
    expectProblem(await ask(abused.packages(), { headers: { Authorization: authorization } }), 401, 'unauthenticated');
  });
});
