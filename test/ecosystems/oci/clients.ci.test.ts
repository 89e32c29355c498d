/** Real clients of images: buildah builds, pushes and pulls, and skopeo inspects, copies, lists and deletes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { present, run } from '../../clients/programs.ts';
import { issueToken } from '../../native/tokens.ts';
import { useServer } from '../../native/watched-server.ts';
import type { Home } from '../recipe.ts';
import { listed, openRegistry } from '../registries.ts';

const server = useServer();

interface Machine {
  readonly folder: string;
  /** Runs a program, and returns its output. Throws if it fails. */
  run(program: string, ...parameters: readonly string[]): Promise<string>;
}

/** A machine without credentials and images. */
async function openMachine(): Promise<Machine> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-images-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const storage = path.join(folder, 'storage.conf');
  const roots = `runroot = "${folder}/run"\ngraphroot = "${folder}/graph"\n`;
  await writeFile(storage, `[storage]\ndriver = "vfs"\n${roots}`);
  await writeFile(path.join(folder, 'file'), 'content');
  await writeFile(path.join(folder, 'Dockerfile'), 'FROM scratch\nCOPY file /file\nLABEL fruit=banana\n');
  const environment = { CONTAINERS_STORAGE_CONF: storage, REGISTRY_AUTH_FILE: path.join(folder, 'auth.json') };
  return {
    folder,
    run: async (program, ...parameters) => {
      const { ok, output } = await run(program, parameters, { folder, environment });
      if (!ok) throw new Error(`${program} ${parameters.join(' ')}: ${output}`);
      return output;
    },
  };
}

const plain = '--tls-verify=false';

describe.skipIf(!present('buildah', 'skopeo'))('buildah and skopeo', () => {
  let home: Home;
  let host = '';
  let image = '';

  beforeAll(async () => {
    home = await openRegistry(server(), { ecosystem: 'oci' }, 'a private');
    ({ host } = new URL(server().url));
    image = `${host}/acme/${home.slug}/fruit/banana`;
  });

  async function pushFrom({ folder, run: command }: Machine, tag: string): Promise<void> {
    await command('buildah', 'login', plain, '-u', 'buildkite', '-p', server().token, host);
    await command('buildah', 'build', '--isolation', 'chroot', '-t', `${image}:${tag}`, folder);
    await command('buildah', 'push', plain, `${image}:${tag}`);
  }

  test('push an image, which another machine pulls with a token that reads', async () => {
    await pushFrom(await openMachine(), '1.0');
    const [pkg] = await listed(home);
    expect([pkg?.name, pkg?.tags]).toEqual(['fruit/banana', ['1.0']]);
    const reader = await openMachine();
    await reader.run('buildah', 'login', plain, '-u', 'any', '-p', await issueToken(server()), host);
    await reader.run('buildah', 'pull', plain, `${image}:1.0`);
    const push = reader.run('buildah', 'push', plain, `${image}:1.0`);
    await expect(push).rejects.toThrow(/denied|unauthorized|authentication required/i);
  });

  test('do not pull an image of a private registry without a token', async () => {
    await pushFrom(await openMachine(), '2.0');
    const { run: command } = await openMachine();
    await expect(command('skopeo', 'inspect', plain, `docker://${image}:2.0`)).rejects.toThrow(
      /unauthorized|denied|authentication/i,
    );
  });

  test('inspect, copy, list and delete', async () => {
    const machine = await openMachine();
    await pushFrom(machine, '3.0');
    const shown = await machine.run('skopeo', 'inspect', plain, `docker://${image}:3.0`);
    expect(JSON.parse(shown)).toMatchObject({ Labels: { fruit: 'banana' } });
    const copy = `docker://${host}/acme/${home.slug}/copy`;
    const both = ['--src-tls-verify=false', '--dest-tls-verify=false'];
    await machine.run('skopeo', 'copy', ...both, `docker://${image}:3.0`, `${copy}:a`);
    await machine.run('skopeo', 'copy', ...both, `docker://${image}:3.0`, `${copy}:b`);
    expect(JSON.parse(await machine.run('skopeo', 'list-tags', plain, copy))).toMatchObject({ Tags: ['a', 'b'] });
    await machine.run('skopeo', 'delete', plain, `${copy}:a`);
    await expect(machine.run('skopeo', 'inspect', plain, `${copy}:b`)).rejects.toThrow(/unknown|not found/i);
  });
});
