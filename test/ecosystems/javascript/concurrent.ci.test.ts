/** Publications and tags of one package through two servers of one PostgreSQL database. */
import { expect, test } from 'vitest';
import { createRegistry, startTestServer } from '../../fixtures/server.ts';
import { usePostgres } from '../../storage/use-postgres.ts';
import { makeTemporaryFolder } from '../../storage/temporary-folder.ts';
import { buildTarball, publishBody } from '../../fixtures/npm-package.ts';

const createDatabase = usePostgres();

test('T-NPM-5: concurrent publishes through two servers are all in the packuments of both, with their tags', async () => {
  const folder = await makeTemporaryFolder();
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => folder.remove());
  const settings = { LARDER_DATA_DIR: folder.path, LARDER_DATABASE_URL: (await createDatabase()).url };
  const first = cleanup.use(await startTestServer(settings));
  const second = await startTestServer(settings);
  cleanup.defer(() => second.stop());
  await createRegistry(first, 'js', 'javascript', { public: true });
  const servers = [first, second];
  const packumentOf = async ({ url }: (typeof servers)[number]): Promise<unknown> =>
    await (await fetch(`${url}/acme/js/npm/demo`)).json();
  const publish = async (server: (typeof servers)[number], version: string, tag: string): Promise<number> => {
    const body = publishBody({ version }, await buildTarball({ version }), { tag });
    const reply = await fetch(`${server.url}/acme/js/npm/demo`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${server.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return reply.status;
  };
  const expected: Record<string, string> = {};
  for (let round = 0; round < 4; round += 1) {
    const versions = Array.from({ length: 8 }, (_, index) => `1.${round}.${index}`);
    const tag = (version: string): string => `t-${version.replaceAll('.', '-')}`;
    const sent = versions.map((version, index) => publish(servers[index % 2] ?? first, version, tag(version)));
    expect(await Promise.all(sent)).toEqual(versions.map(() => 201));
    for (const version of versions) expected[tag(version)] = version;
    const [one, other] = await Promise.all(servers.map(packumentOf));
    expect(one).toMatchObject({ 'dist-tags': expected });
    expect(Object.keys((one as { versions: object }).versions)).toHaveLength(8 * (round + 1));
    // Without hosts, which differ in their ports.
    const text = (packument: unknown): string => JSON.stringify(packument).replaceAll(/127\.0\.0\.1:\d+/g, 'host');
    expect(text(other)).toBe(text(one));
  }
});
