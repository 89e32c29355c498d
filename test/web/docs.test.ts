/** The reference of the API, as people and caches get it. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import { writeReference } from '../../openapi/generate/write-reference.ts';
import { showReferenceIn } from '../../src/web/docs.ts';
import { contractMark } from '../../src/web/reference-file.ts';
import { rejectionOf } from '../fixtures/replies.ts';
import { withoutReference } from '../fixtures/missing-reference.ts';
import { useServer } from '../native/watched-server.ts';

const server = useServer();

beforeAll(async () => {
  await writeReference();
});

describe('/docs', () => {
  test('is public, and never older than the contract', async () => {
    const reply = await server().native('docs');
    expect([reply.status, reply.headers.get('Content-Type')]).toEqual([200, 'text/html']);
    const page = await reply.text();
    expect(page).toContain(contractMark(api));
    for (const { summary } of operationsOf(api.paths)) expect(page).toContain(summary);
  });

  test('names this server, in its samples too', async () => {
    const page = await (await server().native('docs')).text();
    expect(page).not.toContain('127.0.0.1:8080');
    expect(page).toContain(`"url":"${server().url}"`);
  });

  test('lets exactly its own scripts run', async () => {
    const reply = await server().native('docs');
    const scripts = [...(await reply.text()).matchAll(/<script(?: type="module")?>([^]*?)<\/script>/g)];
    const hashes = scripts.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(hashes.length).toBeGreaterThan(0);
    expect(reply.headers.get('Content-Security-Policy')).toBe(
      `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  test('is sent once to who keeps it', async () => {
    const whole = await server().native('docs');
    const etag = whole.headers.get('ETag') ?? '';
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(etag).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
    const again = await server().native('docs', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
    const head = await server().native('docs', { method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([200, `${bytes.length}`, '']);
  });
});

test('/docs is not found until the reference is written', async () => {
  const rejection = await withoutReference(() => rejectionOf(server().native('docs')));
  expect(rejection).toEqual({ status: 404, type: 'not-found' });
});

test.each([
  [404, 'when it is missing', {}],
  [412, 'when it is not the expected one', { 'If-Match': '"other"' }],
])('/docs shows a browser a page with status %i %s', async (status, _, conditions) => {
  const headers = { Accept: 'text/html', ...conditions };
  const show = (): Promise<Response> => server().native('docs', { headers });
  const response = await (status === 404 ? withoutReference(show) : show());
  expect([response.status, response.headers.get('Content-Type')]).toEqual([status, 'text/html']);
  expect(await response.text()).toContain('<h1>');
});

describe('a reference file', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'larder-reference-'));
    file = path.join(folder, 'reference.html');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('that is missing, out of date, or new is served in its current state', async () => {
    const show = showReferenceIn(file);
    // Of a request it reads the conditions, of the server its URL.
    const ask = async (): Promise<unknown> =>
      await show({ headers: {} } as never, { urls: { base: 'http://other.test' } } as never);
    const problem = (what: string) => ({ code: 'not-found', message: expect.stringMatching(`${what}.*npm run docs`) });
    await expect(ask()).rejects.toMatchObject(problem('not built'));
    await writeFile(file, contractMark({ ...api, info: {} }));
    await expect(ask()).rejects.toMatchObject(problem('out of date'));
    const page = `${contractMark(api)}<script>1</script>`;
    await writeFile(file, page);
    expect(await ask()).toMatchObject({ status: 200, headers: { 'Content-Length': page.length } });
    await rm(file);
    await expect(ask()).rejects.toMatchObject(problem('not built'));
  });
});

function operationsOf(paths: object): { summary: string }[] {
  return Object.values(paths)
    .flatMap((item: object) => Object.values(item) as unknown[])
    .filter(
      (operation): operation is { summary: string } =>
        typeof operation === 'object' && operation !== null && 'operationId' in operation,
    );
}
