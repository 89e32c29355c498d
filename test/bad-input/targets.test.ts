import { describe, expect, test } from 'vitest';
import { abuseServer } from './abused-server.ts';
import { expectProblem, type Reply } from './problem.ts';
import { exchange, head } from './raw-connection.ts';

const abused = abuseServer();

/** Written by hand: clients tidy up what they are given. */
async function get(target: string, method = 'GET'): Promise<Reply> {
  return exchange(abused.server.url, head(`${method} ${target}`, { Authorization: `Bearer ${abused.server.token}` }));
}

describe('A path that is not percent-encoded UTF-8 is rejected', () => {
  test.each(['/%zz', '/%', '/%e', '/%ff', '/%c0%ae', '/%ed%a0%80', '/v2/packages/organizations/%ff/registries'])(
    '%s',
    async (target) => {
      const message = expectProblem(await get(target), 400, 'invalid-request');
      expect(message).toBe('path: is not percent-encoded UTF-8');
    },
  );
});

test('A fragment is rejected, with the encoding to use instead', async () => {
  const message = expectProblem(await get(`${abused.packages()}?name=a#b`), 400, 'invalid-request');
  expect(message).toBe('query: must not have a "#"; send it as %23');
});

describe('An unknown URL is not found', () => {
  test.each([
    '/nothing',
    '/v2',
    '/v2/nothing',
    '/v2//nothing',
    '/V2/packages/organizations/acme/registries',
    '/healthz/more',
    '/healthz%2F',
    '/.',
    '/..',
    '/healthz/../healthz',
    '/%2e%2e/healthz',
    '/healthz;a=b',
    '/healthz%00',
    '/v2/packages/organizations//registries',
    '/v2/packages/organizations/acme/registries//',
    '/v2/packages/organizations/acme/registries//plain',
    '/v2/packages/organizations/acme/registries//packages',
    '/__proto__',
    '/constructor',
    '/favicon.ico',
    '//larder.test/healthz',
  ])('%s', async (target) => {
    expectProblem(await get(target), 404, 'not-found');
  });

  test.each([
    ['5000 segments', '/a'.repeat(5000)],
    ['5000 slashes, percent-encoded', `/${'%2F'.repeat(5000)}`],
  ])('%s', async (_, target) => {
    expectProblem(await get(target), 404, 'not-found');
  });

  test('for any method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS', 'PROPFIND'])
      expectProblem(await get('/nothing', method), 404, 'not-found');
  });

  test('without credentials too', async () => {
    expectProblem(await exchange(abused.server.url, head('GET /nothing')), 404, 'not-found');
  });

  test('which HEAD gets without a body', async () => {
    const request = `${head('HEAD /nothing')}${head('GET /healthz')}`;
    const reply = await exchange(abused.server.url, request);
    expect(reply).toMatchObject({ status: 404 });
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('A URL that is written in another way is the same URL', () => {
  const path = '/v2/packages/organizations/acme/registries/plain';

  test.each([
    ['two slashes at its beginning', `/${path}`],
    ['three slashes at its beginning', `//${path}`],
    ['a slash at its end', `${path}/`],
    ['two slashes at its end', `${path}//`],
    ['two slashes behind its first segment', path.replace('/v2/', '/v2//')],
    ['many slashes where no value can be', path.replace('/packages/', `/packages${'/'.repeat(5000)}`)],
    ['slashes in excess everywhere', `/${path.replace('/v2/', '/v2//')}/`],
    ['letters percent-encoded', path.replace('plain', '%70l%61in')],
    ['an absolute URL', `http://larder.test${path}`],
    ['an absolute URL of another server', `https://other.test:1234${path}`],
    ['an absolute URL with two slashes', `http://larder.test/${path}`],
  ])('%s', async (_, target) => {
    const reply = await get(target);
    expect(reply).toMatchObject({ status: 200 });
    expect(JSON.parse(reply.text)).toMatchObject({ slug: 'plain' });
  });

  test.each([
    ['POST', '/v2/packages/organizations/acme/registries/', 415],
    ['POST', '/v2/packages/organizations/acme/registries/plain/packages/', 415],
    ['OPTIONS', '/v2/packages/organizations/acme/registries/', 204],
    ['GET', '/healthz/', 200],
    // This slash is part of a described URL: the version check of images.
    ['GET', '/v2/', 200],
    ['GET', '/v2/organizations/', 200],
    ['GET', '//v2/organizations', 200],
    ['GET', '//v2/organizations/', 200],
    // A missing id is not the collection: that has no such method.
    ['DELETE', '/v2/packages/organizations/acme/registries/', 405],
    ['DELETE', '/v2/packages/organizations/acme/registries/plain/packages/', 405],
  ])('%s %s', async (method, target, status) => {
    expect(await get(target, method)).toMatchObject({ status });
  });

  test.each([
    ['an absolute URL that names nothing', 'http://larder.test/nothing', 404],
    ['an absolute URL without path', 'http://larder.test', 200],
    ['an absolute URL with a query alone', 'http://larder.test?unknown=1', 200],
    ['an absolute URL whose host is none', 'http://[', 400],
    ['an absolute URL whose port is none', 'http://larder.test:port/healthz', 400],
    ['an absolute URL of another scheme', 'ftp://larder.test/healthz', 200],
    ['an asterisk', '*', 400],
  ])('%s', async (_, target, status) => {
    const reply = await get(target);
    expect(reply).toMatchObject({ status });
    expect(reply.headers.get('content-type')).toMatch(/^application\/(problem\+)?json$/);
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
  });
});
