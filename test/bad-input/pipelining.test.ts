/** Requests that a client sends before it has the responses to earlier ones (RFC 9112, section 9.3.2). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { filePart, form, formType } from './form.ts';
import { openFilesBelow, showsOpenFiles } from './open-files.ts';
import { expectProblem } from './problem.ts';
import { head, openConnection } from './raw-connection.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'plain', 'files');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

function withToken(requestLine: string, token = server.token, headers: Record<string, string> = {}): string {
  return head(requestLine, { Authorization: `Bearer ${token}`, ...headers });
}

describe('Requests of one connection are handled in their order', () => {
  test('rejects a token with 401 behind the request that revokes it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const made = await server.ask('/v2/access-tokens', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ description: 'short-lived', scopes: ['read_packages'] }),
      });
      const { token } = (await made.json()) as { token: string };
      using connection = await openConnection(server.url);
      connection.send(
        withToken('DELETE /v2/access-token', token) +
          withToken('GET /v2/packages/organizations/acme/registries', token),
      );
      expect((await connection.reply()).status).toBe(204);
      expectProblem(await connection.reply(), 401, 'unauthenticated');
    }
  });

  test('serves a file with 200 behind the request that publishes it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const name = `order-1.0.${round}.bin`;
      const body = form(filePart('file', name, 'x'.repeat(100_000)));
      const headers = { 'Content-Type': formType, 'Content-Length': String(body.length) };
      using connection = await openConnection(server.url);
      const before = withToken(`POST ${server.in('plain', 'packages')}`, server.token, headers);
      connection.send(
        Buffer.concat([Buffer.from(before), body, Buffer.from(withToken(`GET /acme/plain/files/${name}`))]),
      );
      expect((await connection.reply()).status).toBe(200);
      expect((await connection.reply()).status).toBe(200);
    }
  });

  test('and none of 500 is left out, however the bytes are cut', async () => {
    const bytes = Buffer.from(Array.from({ length: 500 }, (_, index) => head(`GET /unknown/${index}`)).join(''));
    for (const size of [bytes.byteLength, 1001, 64]) {
      using connection = await openConnection(server.url);
      for (let at = 0; at < bytes.byteLength; at += size) connection.send(bytes.subarray(at, at + size));
      for (let index = 0; index < 500; index += 1) {
        expect(expectProblem(await connection.reply(), 404, 'not-found')).toContain(`/unknown/${index} not found.`);
      }
    }
  });

  test('rejects CONNECT only after the response to the request before it', async () => {
    using connection = await openConnection(server.url);
    connection.send(withToken(`GET ${server.in()}`) + head('CONNECT larder.test:443'));
    expect((await connection.reply()).status).toBe(200);
    expectProblem(await connection.reply(), 405, 'method-not-allowed');
    expect(await connection.closed()).toBe('');
  });
});

describe.skipIf(!showsOpenFiles)('Requests that wait for their turn cost nothing (/proc)', () => {
  test('opens one file for 2,000 pipelined downloads that are not read', async () => {
    await publish(server, 'plain', 'large-1.0.0.bin', Buffer.alloc(16 * 1024 * 1024, 'x'));
    const open = async (): Promise<number> => (await openFilesBelow(`${server.dataDir}/blobs`)).length;
    const before = await open();
    const connections = 10;
    using opened = new DisposableStack();
    for (let count = 0; count < connections; count += 1) {
      opened
        .use(await openConnection(server.url))
        .send(withToken('GET /acme/plain/files/large-1.0.0.bin').repeat(2000));
    }
    await expect.poll(open).toBe(before + connections);
    expect((await server.ask('/healthz')).status).toBe(200);
    expect(await open()).toBe(before + connections);
    opened.dispose();
    await expect.poll(open).toBe(before);
  });
});
