/** Which URL a call goes to. */
import { describe, expect, it } from 'vitest';
import { createLarderClient } from '../../src/client/index.ts';
import { startScripted } from './scripted-server.ts';

const greeting = { status: 200, body: { status: 'ok' } };

describe('a base URL', () => {
  it.each(['', '/', '//', '/some/path', '/some/path/'])('may end in "%s"', async (end) => {
    const { url, asked } = await startScripted([greeting]);
    await createLarderClient({ baseUrl: url + end }).GET('/healthz');
    expect(asked[0]?.url).toBe(`${end.replace(/\/+$/, '')}/healthz`);
  });
});

describe('a value in a path', () => {
  const path = '/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}';

  it('is one segment, with any characters', async () => {
    const { larder, asked } = await startScripted([{ ...greeting }]);
    await larder.DELETE(path, { params: { path: { organization: 'a/b', registry: 'c?d', package: '%2e%2e' } } });
    expect(asked[0]?.url).toBe('/v2/packages/organizations/a%2Fb/registries/c%3Fd/packages/%252e%252e');
  });

  it.each(['', '.', '..'])('cannot be "%s": that would be another path', async (value) => {
    const { larder, asked } = await startScripted([greeting]);
    const params = { path: { organization: 'acme', registry: 'shelf', package: value } };
    await expect(larder.DELETE(path, { params })).rejects.toThrow(/"package" .* cannot be "/);
    expect(asked).toEqual([]);
  });
});

describe('a token', () => {
  it('is sent as a bearer, and only if there is one', async () => {
    const { url, larder, asked } = await startScripted([greeting]);
    await larder.GET('/healthz');
    await createLarderClient({ baseUrl: url }).GET('/healthz');
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', undefined]);
  });
});

it('another fetch can be used', async () => {
  const { larder, asked } = await startScripted([greeting], {
    fetch: (request) => fetch(new Request(request, { headers: { 'X-From': 'a test' } })),
  });
  await larder.GET('/healthz');
  expect(asked[0]?.headers['x-from']).toBe('a test');
});
