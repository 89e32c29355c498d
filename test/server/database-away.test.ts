import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { startOwnPostgres, type OwnPostgresServer } from '../storage/postgres.ts';

describe('while the database is away', () => {
  let postgres: OwnPostgresServer;
  let server: TestServer;
  beforeAll(async () => {
    postgres = await startOwnPostgres();
    server = await startTestServer({ LARDER_DATABASE_URL: postgres.url });
    await createRegistry(server, 'Tools', 'files');
    await publish(server, 'tools', 'a-1.0.0.txt', 'a');
    await postgres.pause();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await postgres.stop();
  });

  const problemOf = async (reply: Response): Promise<unknown> => {
    const { type, detail } = (await reply.json()) as { type?: unknown; detail?: unknown };
    return { status: reply.status, type, detail };
  };
  const unavailable = {
    status: 503,
    type: 'urn:larder:problem:unavailable',
    detail: 'The database does not respond. Try again in a moment.',
  };

  it.each([
    ['an operation', () => server.ask(server.in('tools'))],
    ['a publication', () => publish(server, 'tools', 'b-1.0.0.txt', 'b')],
    ['a native file', () => server.ask('/acme/tools/files/a-1.0.0.txt')],
    ['the state of the server', () => server.ask('/readyz')],
  ])('it is reported as unavailable: %s', async (_, ask) => {
    expect(await problemOf(await ask())).toEqual(unavailable);
  });

  it('the server lives', async () => {
    expect((await server.ask('/healthz')).status).toBe(200);
  });

  it('all is well again when it is back', async () => {
    await postgres.resume();
    expect(await (await server.ask('/acme/tools/files/a-1.0.0.txt')).text()).toBe('a');
  });
});
