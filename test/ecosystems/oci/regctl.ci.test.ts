/** regctl, which shares no code with the other clients. `.ci/run` builds it. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { present } from '../../clients/programs.ts';
import { listedImages, useImages } from './images.ts';
import { openMachine } from './machine.ts';

const server = useCustomerServer();
const images = useImages(server);
const attestation = 'application/vnd.in-toto+json';

type Regctl = (...parameters: readonly string[]) => Promise<string>;

/** A client that is logged in, in a folder with a layer and an attestation. */
async function openRegctl(): Promise<Regctl> {
  const machine = await openMachine((folder) => ({
    REGCTL_CONFIG: path.join(folder, 'regctl.json'),
    DOCKER_CONFIG: path.join(folder, 'docker'),
  }));
  const regctl: Regctl = (...parameters) => machine.run('regctl', ...parameters);
  await regctl('registry', 'set', '--tls', 'disabled', images().host);
  await regctl('registry', 'login', '-u', 'any', '-p', server().token, images().host);
  await writeFile(path.join(machine.folder, 'attestation.json'), '{}');
  await machine.run('tar', '-cf', 'layer.tar', 'attestation.json');
  return regctl;
}

/** Pushes an index of two platforms with an attestation, and another artifact with the tag that old clients read. */
async function pushIndex(regctl: Regctl, image: string): Promise<void> {
  const platforms = ['linux/amd64', 'linux/arm64'];
  for (const platform of platforms) {
    const part = `${image}:${path.basename(platform)}`;
    await regctl('image', 'create', `${part}-base`, '--platform', platform);
    await regctl('image', 'mod', `${part}-base`, '--layer-add', 'tar=layer.tar', '--create', part);
  }
  await regctl('index', 'create', `${image}:1`, '--ref', `${image}:amd64`, '--ref', `${image}:arm64`);
  const file = ['--file', 'attestation.json', '--file-media-type', attestation];
  await regctl('artifact', 'put', '--artifact-type', attestation, '--subject', `${image}:1`, ...file);
  const digest = (await regctl('image', 'digest', `${image}:1`)).trim();
  const tag = `${image}:${digest.replace(':', '-')}.sig`;
  await regctl('artifact', 'put', '--artifact-type', 'application/vnd.signature', ...file, tag);
}

describe.skipIf(!present('regctl', 'tar'))('regctl (tar)', () => {
  test('pushes an index with an attestation, and copies it with its referrers and the tags of its digest', async () => {
    const regctl = await openRegctl();
    const [image, copy] = [`${images().prefix}/reg/banana`, `${images().prefix}/reg/copy`];
    await pushIndex(regctl, image);
    await regctl('image', 'copy', '--referrers', '--digest-tags', `${image}:1`, `${copy}:1`);
    const tree = await regctl('artifact', 'tree', '--digest-tags', `${copy}:1`);
    expect(tree).toMatch(/\[linux\/amd64\][^]*\[linux\/arm64\][^]*in-toto[^]*/);
    const tags = await regctl('tag', 'ls', copy);
    expect(tags).toMatch(/^1\nsha256-[0-9a-f]{64}\.sig\n$/);
    const packages = await listedImages(images(), 'reg/copy');
    expect(packages.map(({ tags }) => tags?.length)).toEqual([1, 1]);
    await regctl('image', 'export', `${copy}:1`, 'copy.tar');
    await regctl('image', 'import', `${images().prefix}/reg/imported:1`, 'copy.tar');
    expect(await regctl('image', 'digest', `${images().prefix}/reg/imported:1`)).toBe(
      await regctl('image', 'digest', `${image}:1`),
    );
  });

  test('copies one platform of an index, without the images of the others', async () => {
    const regctl = await openRegctl();
    const [image, copy] = [`${images().prefix}/reg/whole`, `${images().prefix}/reg/sparse`];
    await pushIndex(regctl, image);
    await regctl('image', 'copy', '--platforms', 'linux/arm64', `${image}:1`, `${copy}:1`);
    expect(await regctl('image', 'digest', `${copy}:1`)).toBe(await regctl('image', 'digest', `${image}:1`));
    expect(await regctl('image', 'inspect', '--platform', 'linux/arm64', `${copy}:1`)).toContain('"arm64"');
    await expect(regctl('image', 'inspect', '--platform', 'linux/amd64', `${copy}:1`)).rejects.toThrow('not found');
  });

  test('deletes one tag, and keeps the image with its other tags', async () => {
    const regctl = await openRegctl();
    const image = `${images().prefix}/reg/tagged`;
    await regctl('image', 'create', `${image}:1`, '--platform', 'linux/amd64');
    await regctl('image', 'copy', `${image}:1`, `${image}:latest`);
    expect(await regctl('repo', 'ls', images().host)).toContain(`acme/${images().home.slug}/reg/tagged\n`);
    await regctl('tag', 'delete', `${image}:1`);
    expect(await regctl('tag', 'ls', image)).toBe('latest\n');
    expect(await regctl('image', 'inspect', `${image}:latest`)).toContain('"amd64"');
    await expect(regctl('manifest', 'get', `${image}:1`)).rejects.toThrow('not found');
  });

  test('rejects a wrong password, and gets no manifest after a logout', async () => {
    const regctl = await openRegctl();
    const image = `${images().prefix}/reg/private:1`;
    await regctl('image', 'create', image);
    await expect(regctl('registry', 'login', '-u', 'any', '-p', 'wrong', images().host)).rejects.toThrow(
      'unauthorized',
    );
    await regctl('registry', 'logout', images().host);
    await expect(regctl('manifest', 'get', image)).rejects.toThrow('unauthorized');
  });
});
