/** Failures are pages in a browser; programs receive a problem, regardless of the other types that they accept. */
import { describe, expect, test } from 'vitest';
import { prefersHtml } from '../../src/contract/prefers-html.ts';
import { useServer } from '../native/watched-server.ts';

const server = useServer();

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const pip = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, text/html; q=0.01';

const get = (path: string, accept: string, init: RequestInit = {}): Promise<Response> =>
  server().native(path, { ...init, headers: { Accept: accept } });

describe.each<[path: string, status: number, title: string]>([
  ['nothing', 404, 'Not found'],
  ['acme/nothing/at/all', 404, 'Not found'],
  ['docs/nothing', 404, 'Not found'],
  ['docs?a=%FF', 400, 'Invalid request'],
  ['organizations/acme', 401, 'Authentication required'],
  ['organizations/acme/packages/registries/none', 401, 'Authentication required'],
  ['acme/none/files/a-1.0.txt', 401, 'Authentication required'],
  ['acme/none/pypi/simple/demo/', 401, 'Authentication required'],
  ['acme/none/any/dists/any/InRelease', 401, 'Authentication required'],
  ['acme/none/gpgkey', 401, 'Authentication required'],
])('%s', (path, status, title) => {
  test('is a page in a browser', async () => {
    const response = await get(path, browser);
    const { headers } = response;
    expect([response.status, headers.get('content-type'), headers.get('vary')]).toEqual([
      status,
      'text/html',
      'Accept',
    ]);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await response.text();
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain(`Status ${status}, request id ${headers.get('X-Request-Id')}</p>`);
    // Because of `Basic`, browsers open a dialog for a password.
    if (status !== 401) return;
    expect(headers.get('www-authenticate')).toBe('Bearer realm="Larder"');
    expect(text).toContain('/-/sign-in?next=');
  });

  test.each(['*/*', pip, 'application/json', ''])('is a problem for "Accept: %s"', async (accept) => {
    const response = await get(path, accept);
    const { headers } = response;
    expect([response.status, headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(headers.get('vary')).toBe('Accept');
    if (status === 401) expect(headers.get('www-authenticate')).toBe('Basic realm="Larder"');
    expect(await response.json()).toMatchObject({ status, title });
  });
});

test('quotes the request as text', async () => {
  const text = await (await get('%3Cscript%3Ealert(1)%3C/script%3E', browser)).text();
  expect(text).not.toContain('<script>alert');
  const found = await (await get('docs', browser, { method: 'DELETE' })).text();
  expect(found).toContain('DELETE is not supported here. Use GET, HEAD, OPTIONS.');
});

test('is a problem below the URLs of the API, in a browser too', async () => {
  for (const path of ['v2/nothing', 'v2/organizations', 'healthz/more'])
    expect((await get(path, browser)).headers.get('content-type')).toBe('application/problem+json');
});

test.each([
  [browser, true],
  ['text/html', true],
  ['text/html;q=0.5, */*;q=0.1', true],
  ['application/xhtml+xml, */*;q=0.8', true],
  ['TEXT/HTML', true],
  [pip, false],
  ['application/json, text/html', false],
  ['*/*, text/html', false],
  ['text/html;q=0', false],
  ['text/html;q=x, */*', false],
  ['text/*', false],
  ['', false],
  [undefined, false],
])('"%s" prefers HTML: %s', (accept, prefers) => {
  expect(prefersHtml(accept)).toBe(prefers);
});
