/** A client gets the companion of the document that it got, for ten seconds. */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createCompanions } from '../../../src/registry/documents/companions.ts';
import { buildDeb } from '../../fixtures/deb-package.ts';
import { stopCompanionClock } from '../../fixtures/companion-clock.ts';
import { createRegistry, publish, startTestServer, testToken, type TestServer } from '../../fixtures/server.ts';

let server: TestServer;
let moveOn: (seconds: number) => void;
beforeEach(async () => {
  server = await startTestServer({ LARDER_TRUSTED_PROXIES: 'loopback' });
  moveOn = stopCompanionClock(server);
  await createRegistry(server, 'debs', 'debian', { public: true });
  return async () => {
    vi.restoreAllMocks();
    await server[Symbol.asyncDispose]();
  };
});

type Headers = Readonly<Record<string, string>>;

const one: Headers = { 'X-Forwarded-For': '192.0.2.1' };
const another: Headers = { 'X-Forwarded-For': '192.0.2.2' };

async function read(name: string, headers: Headers, registry = 'debs'): Promise<string> {
  const reply = await fetch(`${server.url}/acme/${registry}/any/dists/any/${name}`, { headers });
  expect(reply.status).toBe(200);
  return await reply.text();
}

let version = 0;

async function change(registry = 'debs'): Promise<void> {
  version += 1;
  const deb = await buildDeb({ control: { Version: `${version}` } });
  expect((await publish(server, registry, 'hello.deb', Buffer.from(deb))).status).toBe(200);
}

test('a client that got a document gets its companion after both were replaced, for ten seconds', async () => {
  const before = await read('Release.gpg', one);
  await read('Release', one);
  await change();
  moveOn(9.999);
  expect(await read('Release.gpg', one)).toBe(before);
  moveOn(0.001);
  expect(await read('Release.gpg', one)).not.toBe(before);
});

test('a client that gets the document again gets the companion of that one', async () => {
  const before = await read('Release.gpg', one);
  await read('Release', one);
  await change();
  await read('Release', one);
  expect(await read('Release.gpg', one)).not.toBe(before);
});

test.each([
  ['another address', another],
  ['a token from the same address', { ...one, Authorization: `Bearer ${testToken}` }],
])('%s gets the current companion', async (_, headers) => {
  const before = await read('Release.gpg', one);
  await read('Release', one);
  await change();
  expect(await read('Release.gpg', headers)).not.toBe(before);
  expect(await read('Release.gpg', one)).toBe(before);
});

test('documents of another registry have companions of their own', async () => {
  await createRegistry(server, 'others', 'debian', { public: true });
  const before = await read('Release.gpg', one);
  await read('Release', one);
  await read('Release', one, 'others');
  await change();
  const other = await read('Release.gpg', one, 'others');
  await change('others');
  expect(await read('Release.gpg', one, 'others')).toBe(other);
  expect(await read('Release.gpg', one)).toBe(before);
});

test('documents without companions are not looked up twice', async () => {
  const current = vi.spyOn(server.larder.catalog.documents, 'current');
  await read('main/binary-amd64/Packages', one);
  current.mockClear();
  await read('main/binary-amd64/Packages', one);
  await read('InRelease', one);
  expect(current).toHaveBeenCalledTimes(2);
});

describe('a client that gets the signature first', () => {
  /** Requests with one connection, each after the one before. */
  function connect(): (name: string, method?: 'GET' | 'HEAD') => Promise<string> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    return async (name, method = 'GET') => {
      const asked = request(`${server.url}/acme/debs/any/dists/any/${name}`, { agent, method }).end();
      const [reply] = (await once(asked, 'response')) as [IncomingMessage];
      expect(reply.statusCode).toBe(200);
      return await text(reply);
    };
  }

  test('gets its document with the same connection after both were replaced, once, for ten seconds', async () => {
    const before = await read('Release', one);
    const ask = connect();
    await ask('Release.gpg');
    await change();
    moveOn(9.999);
    expect(await ask('Release')).toBe(before);
    expect(await ask('Release')).not.toBe(before);
    const again = connect();
    await again('Release.gpg');
    const replaced = await ask('Release');
    await change();
    moveOn(10);
    expect(await again('Release')).not.toBe(replaced);
  });

  test('gets the current document with another connection, and after the document', async () => {
    const [ask, other] = [connect(), connect()];
    const before = await ask('Release');
    await ask('Release.gpg');
    await change();
    expect(await ask('Release')).not.toBe(before);
    const replaced = await ask('Release');
    await other('Release.gpg');
    await change();
    expect(await ask('Release')).not.toBe(replaced);
  });

  test('gets its document again, if it got the signature with another connection', async () => {
    const [ask, other] = [connect(), connect()];
    const before = await ask('Release');
    await other('Release.gpg');
    await change();
    expect(await other('Release')).toBe(before);
    expect(await other('Release')).not.toBe(before);
  });

  test('gets its document, too, if it requested the head of one before, as zypper does', async () => {
    const before = await read('Release', another);
    const [first, ask] = [connect(), connect()];
    await first('Release', 'HEAD');
    await ask('Release.gpg');
    await change();
    expect(await ask('Release')).toBe(before);
  });

  test('gets the current signature when it begins again, each time', async () => {
    const ask = connect();
    const before = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      const [document, signature] = [await read('Release', another), await ask('Release.gpg')];
      await change();
      expect(await ask('Release')).toBe(document);
      expect(before).not.toContain(signature);
      before.add(signature);
    }
  });
});

test('the memory of all companions is limited: the oldest are forgotten first', () => {
  const { gotCompanion, ofCompanion } = createCompanions(() => 0);
  const lastModified = new Date(0);
  const document = { name: 'x', size: 1000, digests: { sha256: '' }, lastModified, read: () => new Uint8Array() };
  const clients = Array.from({ length: 20_000 }, (_, n) => {
    return { registryId: '1', name: 'x', client: { id: `${n}`, connection: {}, getsContent: true } };
  });
  for (const client of clients) gotCompanion(client, [document]);
  const found = clients.filter((client) => ofCompanion(client));
  expect(found).toEqual(clients.slice(-Math.floor((16 * 1024 * 1024) / 2000)));
});
