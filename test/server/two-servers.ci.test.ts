/** Two servers with one PostgreSQL database and one data folder: to their clients they are one. */
import { v7 as newId } from 'uuid';
import { expect, it, onTestFinished } from 'vitest';
import { collectBlobs } from '../../src/registry/collect-blobs.ts';
import { digestOf } from '../../src/registry/tokens.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { makeTemporaryFolder } from '../storage/temporary-folder.ts';
import { usePostgres } from '../storage/use-postgres.ts';
import { writable } from '../../src/registry/writable.ts';

const createDatabase = usePostgres();

async function startTwo(): Promise<readonly [TestServer, TestServer]> {
  const [folder, database] = await Promise.all([makeTemporaryFolder(), createDatabase()]);
  const settings = { LARDER_DATA_DIR: folder.path, LARDER_DATABASE_URL: database.url };
  const servers = await Promise.all([startTestServer(settings), startTestServer(settings)]);
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await Promise.all([folder.remove(), database.remove()]);
  });
  return servers;
}

async function idOf(reply: Response): Promise<string> {
  // By the contract, a published package has an id.
  const { id } = (await reply.json()) as { id: string };
  return id;
}

async function namesIn(server: TestServer, registry: string): Promise<string[]> {
  const reply = await server.ask(server.in(registry, 'packages'));
  // By the contract, a page has items with names.
  const page = (await reply.json()) as { items: readonly { name: string }[] };
  return page.items.map(({ name }) => name);
}

it('packages that one publishes are listed by the other immediately', async () => {
  const [one, two] = await startTwo();
  await createRegistry(one, 'Tools', 'files');
  await publish(one, 'tools', 'a-1.0.0.txt', 'a');
  await publish(two, 'tools', 'b-1.0.0.txt', 'b');
  const lists = await Promise.all([namesIn(one, 'tools'), namesIn(two, 'tools')]);
  expect([lists[0]?.length, lists[1]]).toEqual([2, lists[0]]);
});

it('the bytes that one takes the other gives', async () => {
  const [one, two] = await startTwo();
  await createRegistry(one, 'Tools', 'files');
  const id = await idOf(await publish(one, 'tools', 'a-1.0.0.txt', 'the bytes'));
  const reply = await two.ask(`/acme/tools/files/a-1.0.0.txt`);
  expect([typeof id, await reply.text()]).toEqual(['string', 'the bytes']);
});

it('a token that is revoked on one stops on the other', async () => {
  const [one, two] = await startTwo();
  const secret = 'a-token-to-be-revoked';
  const owner = await one.larder.catalog.tokens.findByDigest(digestOf(one.token));
  if (owner === undefined) throw new Error('The server has no token.');
  const { organization, user, lastUsedAt: _lastUsedAt, fromSettings: _fromSettings, ...token } = owner;
  const own = { ...token, parentId: null };
  const made = { ...own, id: newId(), digest: digestOf(secret), organizationId: organization.id, userId: user.id };
  await one.larder[writable].tokens.insert(made);
  const ask = async () => (await two.ask(two.in(), { headers: { Authorization: `Bearer ${secret}` } })).status;
  const before = await ask();
  await one.larder[writable].tokens.delete(organization.id, made.id);
  expect([before, await ask()]).toEqual([200, 401]);
});

it('the index of a registry has the same bytes on both', async () => {
  const [one, two] = await startTwo();
  await createRegistry(one, 'Debs', 'debian');
  for (const [n, server] of [one, two, one].entries()) {
    await publish(
      server,
      'debs',
      `demo_${n}_all.deb`,
      Uint8Array.from(await buildDeb({ control: { Version: `${n}` } })),
    );
  }
  const read = async (server: TestServer, path: string) =>
    (await server.ask(`/acme/debs/any/dists/any/${path}`)).text();
  for (const path of ['InRelease', 'Release', 'Release.gpg', 'main/binary-all/Packages']) {
    const [first, second] = await Promise.all([read(one, path), read(two, path)]);
    expect([path, second.length > 0, second]).toEqual([path, true, first]);
  }
});

it('of many who publish one version through both, exactly one wins', async () => {
  const [one, two] = await startTwo();
  await createRegistry(one, 'Tools', 'files');
  const attempts = Array.from({ length: 12 }, (_, n) =>
    publish(n % 2 === 0 ? one : two, 'tools', 'a-1.0.0.txt', `${n}`),
  );
  const statuses = (await Promise.all(attempts)).map(({ status }) => status);
  const losers = Array.from({ length: 11 }, () => 409);
  expect(statuses.toSorted()).toEqual([200, ...losers]);
});

it('packages that are deleted on one are not found on the other', async () => {
  const [one, two] = await startTwo();
  await createRegistry(one, 'Tools', 'files');
  const id = await idOf(await publish(one, 'tools', 'a-1.0.0.txt', 'a'));
  const statusOf = async () => (await two.ask(two.in('tools', 'packages', id))).status;
  const before = await statusOf();
  await one.ask(one.in('tools', 'packages', id), { method: 'DELETE' });
  expect([before, await statusOf()]).toEqual([200, 404]);
});

it('blobs that both collect while both publish are never missed', async () => {
  const servers = await startTwo();
  await createRegistry(servers[0], 'Tools', 'files');
  const work = async (server: TestServer, worker: number): Promise<string[]> => {
    const missing: string[] = [];
    for (let round = 0; round < 15; round++) {
      const name = `w${worker}-1.${round}.0.txt`;
      const id = await idOf(await publish(server, 'tools', name, `the same bytes ${round % 2}`));
      const reply = await server.ask(`/acme/tools/files/${name}`);
      if (!reply.ok || !(await reply.text()).startsWith('the same bytes')) missing.push(`${name}: ${reply.status}`);
      await server.ask(server.in('tools', 'packages', id), { method: 'DELETE' });
      await collectBlobs(server.larder);
    }
    return missing;
  };
  expect((await Promise.all([0, 1, 2, 3].map((n) => work(servers[n % 2 === 0 ? 0 : 1], n)))).flat()).toEqual([]);
});
