import { describe, expect, test } from 'vitest';
import { abuseServer } from './abused-server.ts';
import { filePart, form, formType } from './form.ts';
import { expectProblem } from './problem.ts';
import { exchange, head, openConnection } from './raw-connection.ts';

const abused = abuseServer();

const registries = '/v2/packages/organizations/acme/registries';

describe('A method that a URL does not have is rejected with those that it has', () => {
  test.each([
    ['TRACE', '/healthz', 'GET, HEAD, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/healthz', 'GET, HEAD, OPTIONS'],
    ['QUERY', '/healthz', 'GET, HEAD, OPTIONS'],
    ['DELETE', registries, 'GET, POST, HEAD, OPTIONS'],
    ['TRACE', `${registries}/plain/packages`, 'GET, POST, HEAD, OPTIONS'],
    ['PURGE', `${registries}/plain`, 'GET, PUT, POST, DELETE, PATCH, HEAD, OPTIONS'],
    ['GET', `${registries}/plain/packages/x/copy`, 'POST, OPTIONS'],
  ])('%s %s', async (method, path, allow) => {
    const reply = await exchange(abused.server.url, head(`${method} ${path}`, { 'Content-Length': '0' }));
    expect(reply.headers.get('allow')).toBe(allow);
    expect(reply.status).toBe(405);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
  });

  test('in a problem', async () => {
    const reply = await exchange(abused.server.url, head('TRACE /healthz', { 'X-Secret': 'not to be echoed' }));
    expect(expectProblem(reply, 405, 'method-not-allowed')).toContain('Use GET, HEAD, OPTIONS');
    expect(reply.text).not.toContain('echoed');
  });
});

describe('OPTIONS needs no credentials', () => {
  test.each(['/healthz', registries, `${registries}/unknown/packages`, '//healthz', '*'])('%s', async (target) => {
    const reply = await exchange(abused.server.url, head(`OPTIONS ${target}`));
    expect(reply.status).toBe(204);
    expect(reply.headers.get('allow')).toMatch(/^GET, .*OPTIONS$/);
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(reply.headers.has('access-control-allow-methods')).toBe(false);
  });

  test("a browser's preflight, which is accepted", async () => {
    const reply = await exchange(
      abused.server.url,
      head(`OPTIONS ${registries}`, {
        Origin: 'https://pages.test',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      }),
    );
    expect(reply.status).toBe(204);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, HEAD, OPTIONS',
      'access-control-allow-headers': 'authorization,content-type',
      vary: 'Access-Control-Request-Headers',
    });
  });

  test('and its body is not read', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(`${head('OPTIONS /healthz', { 'Content-Length': '5' })}hello${head('GET /healthz')}`);
    expect((await connection.reply()).status).toBe(204);
    expect((await connection.reply()).status).toBe(200);
  });
});

describe('Requests behind a rejected one get responses of their own', () => {
  const body = form(filePart('file', 'app-1.0.0.bin'));
  const upload = (headers: Record<string, string>): Buffer =>
    Buffer.concat([
      Buffer.from(head(`POST ${abused.packages()}`, { 'Content-Length': String(body.length), ...headers })),
      body,
    ]);

  test.each<[string, number, () => Uint8Array | string]>([
    ['an unknown URL', 404, () => head('GET /nothing')],
    ['a body without credentials', 401, () => upload({ 'Content-Type': formType })],
    [
      'a body of another media type',
      415,
      () => upload({ 'Content-Type': 'text/plain', Authorization: `Bearer ${abused.server.token}` }),
    ],
    [
      'a body without boundary',
      400,
      () => upload({ 'Content-Type': 'multipart/form-data', Authorization: `Bearer ${abused.server.token}` }),
    ],
    ['a body that a GET has', 200, () => `${head('GET /healthz', { 'Content-Length': '5' })}hello`],
  ])('%s', async (_, status, rejected) => {
    using connection = await openConnection(abused.server.url);
    const greeting = Buffer.from(head('GET /'));
    connection.send(
      Buffer.concat([
        greeting,
        Buffer.from(rejected()),
        greeting,
        Buffer.from(rejected()),
        Buffer.from(head('GET /healthz')),
      ]),
    );
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await connection.reply()).status);
    expect(statuses).toEqual([200, status, 200, status]);
    expect((await connection.reply()).text).toBe('{"status":"ok"}');
  });
});
