/** Documents that cannot be stored, because the disk is full, are served from memory. */
import { expect, it } from 'vitest';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel, wheelName } from '../fixtures/python-package.ts';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { listedFile, sha256Of } from '../native/debian-repository.ts';
import { useFailingSteps } from './failing-steps.ts';

it('documents are served on a full disk, and stored when there is space again', async () => {
  await using server = await startTestServer();
  await createRegistry(server, 'debs', 'debian');
  await createRegistry(server, 'wheels', 'python');
  // So long that the list of packages is stored as pieces.
  const Description = 'A tool among many. '.repeat(8000).trim();
  const deb = Buffer.from(await buildDeb({ control: { Architecture: 'amd64', Description } }));
  expect((await publish(server, 'debs', 'some.deb', deb)).status).toBe(200);
  expect((await publish(server, 'wheels', wheelName('demo', '1.0'), buildWheel({ version: '1.0' }))).status).toBe(200);

  const fetchBytes = async (path: string): Promise<Buffer> => {
    const reply = await server.ask(`/acme/${path}`);
    return Buffer.from(reply.status === 200 ? await reply.bytes() : `status ${reply.status}`);
  };
  const fetchAll = async () => {
    const release = (await fetchBytes('debs/any/dists/any/InRelease')).toString();
    const names = ['main/binary-amd64/Packages', 'main/binary-amd64/Packages.gz'];
    const lists = await Promise.all(
      names.map(async (name) => {
        const { sha256 } = listedFile(release, name);
        const byHash = await fetchBytes(`debs/any/dists/any/main/binary-amd64/by-hash/SHA256/${sha256}`);
        const byName = await fetchBytes(`debs/any/dists/any/${name}`);
        return [sha256Of(byHash) === sha256, sha256Of(byName) === sha256];
      }),
    );
    const page = (await fetchBytes('wheels/pypi/simple/demo/')).toString();
    const list = (await fetchBytes('wheels/pypi/simple/')).toString();
    return [lists, page.includes('demo-1.0-py3-none-any.whl'), list.includes('demo/')];
  };
  const complete = [
    [
      [true, true],
      [true, true],
    ],
    true,
    true,
  ];

  const failing = useFailingSteps(server.dataDir);
  const reached = failing.arm({ step: ({ name }) => /^(?:write|begin immediate)\b/.test(name), fault: 'full' });
  expect(await fetchAll()).toEqual(complete);
  await reached;
  failing.disarm();
  expect(await fetchAll()).toEqual(complete);
  expect((await publish(server, 'wheels', wheelName('demo', '2.0'), buildWheel({ version: '2.0' }))).status).toBe(200);
  expect((await fetchBytes('wheels/pypi/simple/demo/')).toString()).toContain('demo-2.0-py3-none-any.whl');
  expect(server.violations()).toBe(0);
});
