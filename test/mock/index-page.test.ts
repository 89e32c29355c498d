/** The page at `/` of the mock, in a browser: it shows all that can be requested, and each link and command works. */
import { describe, expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from '../../src/contract/description.ts';
import { shownReplies } from '../../src/mock/described-examples.ts';
import { describedOperations } from '../fixtures/described-requests.ts';
import { useMock } from './use-mock.ts';

const mock = useMock();
const document: OpenApiDocument = api;

const browser = { Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };

async function open(path: string): Promise<{ status: number; type: string | null; text: string }> {
  const reply = await fetch(mock().url + path, { headers: browser });
  return { status: reply.status, type: reply.headers.get('Content-Type'), text: await reply.text() };
}

test('lists each operation, and each response with its example', async () => {
  const { status, type, text } = await open('/');
  expect([status, type]).toEqual([200, 'text/html']);
  for (const operation of describedOperations) {
    const [, section = ''] = text.split(`<h2 id="${operation.id}">`);
    const [own = ''] = section.split('</section>');
    expect(own).toContain(`<code>${operation.method} ${operation.path}</code>`);
    for (const { status: code, example } of shownReplies(document, operation))
      expect(decoded(own)).toContain(`code=${code}${example === undefined ? '' : `, example=${example}`}'`);
  }
});

test('has a link for each response to GET, which leads to it without a token', async () => {
  const links = [...(await open('/')).text.matchAll(/href="(\/-\/examples\/[^"]+)">/g)].map(([, link]) => link ?? '');
  const ofReads = describedOperations.filter(({ method }) => method === 'GET');
  expect(links.length).toBeGreaterThan(ofReads.flatMap((operation) => shownReplies(document, operation)).length);
  for (const link of links) {
    const prefer = new URLSearchParams(decoded(link).split('?')[1]).get('prefer');
    const reply = await fetch(mock().url + decoded(link), { headers: browser });
    await reply.arrayBuffer();
    expect([link, reply.headers.get('Preference-Applied')]).toEqual([link, prefer]);
    const [, code] = /code=(\d+)/.exec(prefer ?? '') ?? [];
    expect(reply.status).toBe(Number(code ?? 200));
  }
});

test('shows the operations that a filter matches, by any of their texts', async () => {
  const shown = async (filter: string): Promise<string[]> => {
    const { text } = await open(`/?q=${encodeURIComponent(filter)}`);
    return [...text.matchAll(/<h2 id="([^"]+)">/g)].map(([, id]) => id ?? '');
  };
  expect(await shown('')).toHaveLength(describedOperations.length);
  const opened = async (filter: string): Promise<number> =>
    (await open(`/?q=${filter}`)).text.split('<details open>').length - 1;
  expect([await opened('copypackage'), await opened('')]).toEqual([1, 0]);
  expect(await shown('COPYpackage')).toEqual(['copyPackage']);
  expect(await shown('/rate_limit')).toEqual(['getRateLimit']);
  expect(await shown('slug-taken')).toEqual(expect.arrayContaining(['createRegistry']));
  expect(await shown('<script>')).toEqual([]);
  expect((await open('/?q=%3Cscript%3Ealert')).text).not.toContain('<script>alert');
});

describe('a request of a program', () => {
  test.each(['*/*', 'application/json'])('is the response of the contract for %s', async (Accept) => {
    const reply = await fetch(mock().url, { headers: { Accept } });
    expect([reply.headers.get('Content-Type'), await reply.json()]).toMatchObject(['application/json', {}]);
  });

  test('has the same headers for HEAD', async () => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => fetch(mock().url, { method, headers: browser })),
    );
    expect(head?.headers.get('Content-Length')).toBe(get?.headers.get('Content-Length'));
    expect(await head?.text()).toBe('');
  });
});

test.each([
  '/organizations/my_great_org',
  '/my_great_org/my-registry/any/dists/any/InRelease',
  '/v2/my_great_org/my-registry/app/manifests/latest',
])('404 of %s has the command that serves it', async (path) => {
  const reply = await mock().ask(path);
  expect([reply.status, await reply.json()]).toMatchObject([
    404,
    { detail: expect.stringContaining('larder serve --ephemeral') },
  ]);
});

/** HTML as text. */
function decoded(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
