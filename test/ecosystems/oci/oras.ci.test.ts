/** oras pushes artifacts that are not images, and attaches others to them. `.ci/run` builds it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { present } from '../../clients/programs.ts';
import { issueToken } from '../../native/tokens.ts';
import { listedImages, useImages } from './images.ts';
import { openMachine, type Machine } from './machine.ts';

const server = useCustomerServer();
const images = useImages(server);
const plain = '--plain-http';
const sbom = 'application/spdx+json';

interface Oras {
  readonly machine: Machine;
  oras(...parameters: readonly string[]): Promise<string>;
  /** Returns the types of the artifacts that refer to one. */
  discover(reference: string, ...parameters: readonly string[]): Promise<readonly string[]>;
}

/** A machine that is logged in, with a file `banana.txt` and an SBOM. */
async function openOras(token: string): Promise<Oras> {
  const machine = await openMachine((folder) => ({ DOCKER_CONFIG: path.join(folder, 'docker') }));
  const oras: Oras['oras'] = (...parameters) => machine.run('oras', ...parameters);
  await oras('login', plain, '-u', 'any', '-p', token, images().host);
  await writeFile(path.join(machine.folder, 'banana.txt'), 'ripe');
  await writeFile(path.join(machine.folder, 'sbom.json'), '{}');
  return {
    machine,
    oras,
    discover: async (reference, ...parameters) => {
      const text = await oras('discover', plain, '--format', 'json', ...parameters, reference);
      const { referrers = [] } = JSON.parse(text) as {
        readonly referrers?: readonly { readonly artifactType: string }[];
      };
      return referrers.map(({ artifactType }) => artifactType).toSorted();
    },
  };
}

/** Pushes an artifact with an SBOM and a signature. */
async function pushWithReferrers({ oras }: Oras, artifact: string): Promise<void> {
  const file = 'banana.txt:text/plain';
  await oras('push', plain, '--artifact-type', 'application/vnd.fruit', '-a', 'fruit=banana', artifact, file);
  await oras('attach', plain, '--artifact-type', sbom, artifact, `sbom.json:${sbom}`);
  await oras('attach', plain, '--artifact-type', 'application/vnd.signature', artifact, 'banana.txt');
}

describe.skipIf(!present('oras'))('oras', () => {
  test('pushes an artifact, attaches others, and discovers and pulls them with a token that reads', async () => {
    const artifact = `${images().prefix}/oras/banana:1`;
    await pushWithReferrers(await openOras(server().token), artifact);
    const [pkg, ...others] = await listedImages(images(), 'oras/banana');
    expect(others).toEqual([]);
    expect(pkg?.metadata).toMatchObject({ artifact_type: 'application/vnd.fruit', annotations: { fruit: 'banana' } });
    const { machine, oras, discover } = await openOras(await issueToken(server()));
    expect(await discover(artifact)).toEqual([sbom, 'application/vnd.signature']);
    expect(await discover(artifact, '--artifact-type', sbom)).toEqual([sbom]);
    await mkdir(path.join(machine.folder, 'out'));
    await oras('pull', plain, '-o', 'out', artifact);
    expect(await readFile(path.join(machine.folder, 'out/banana.txt'), 'utf8')).toBe('ripe');
    await expect(oras('attach', plain, '--artifact-type', sbom, artifact, 'sbom.json')).rejects.toThrow();
  });

  test('copies, backs up and restores an artifact with its referrers', async () => {
    const { prefix } = images();
    const client = await openOras(server().token);
    const { oras, discover } = client;
    const artifact = `${prefix}/oras/copied:1`;
    await pushWithReferrers(client, artifact);
    await oras('cp', '-r', '--from-plain-http', '--to-plain-http', artifact, `${prefix}/oras/copy:1`);
    await oras('backup', plain, '--include-referrers', '--output', 'backup.tar', artifact);
    await oras('restore', plain, '--input', 'backup.tar', `${prefix}/oras/restored:1`);
    for (const name of ['copy', 'restored'])
      expect(await discover(`${prefix}/oras/${name}:1`)).toEqual([sbom, 'application/vnd.signature']);
  });

  test('lists repositories and tags, tags, and deletes', async () => {
    const { prefix, host, home } = images();
    const client = await openOras(server().token);
    const { oras } = client;
    const artifact = `${prefix}/oras/tagged:1`;
    await pushWithReferrers(client, artifact);
    await oras('tag', plain, artifact, '2', 'latest');
    expect(await oras('repo', 'ls', plain, host)).toContain(`acme/${home.slug}/oras/tagged\n`);
    expect(await oras('repo', 'tags', plain, `${prefix}/oras/tagged`)).toBe('1\n2\nlatest\n');
    await oras('manifest', 'delete', plain, '--force', artifact);
    await expect(oras('manifest', 'fetch', plain, `${prefix}/oras/tagged:latest`)).rejects.toThrow('not found');
  });

  test('explains a wrong password, and that it has to log in', async () => {
    const { prefix, host } = images();
    const client = await openOras(server().token);
    await pushWithReferrers(client, `${prefix}/oras/private:1`);
    await expect(client.oras('login', plain, '-u', 'any', '-p', 'wrong', host)).rejects.toThrow(
      'Send a valid access token as the password',
    );
    await client.oras('logout', host);
    await expect(client.oras('pull', plain, `${prefix}/oras/private:1`)).rejects.toThrow('log in with an access token');
  });
});
