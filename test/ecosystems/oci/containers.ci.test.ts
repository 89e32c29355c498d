/**
 * Clients that share the libraries of podman: buildah and podman build, push and pull, podman runs, and skopeo inspects,
 * copies, lists and deletes.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { present } from '../../clients/programs.ts';
import { issueToken } from '../../native/tokens.ts';
import { installLines, publishLines, setUpLines } from '../../web/page-lines.ts';
import { writeBuild } from './build-folder.ts';
import { listedImages, useImages } from './images.ts';
import { openMachine, type Machine } from './machine.ts';

const server = useCustomerServer();
const images = useImages(server);
const plain = '--tls-verify=false';
const denied = /denied|unauthorized|authentication required/i;

/** A machine without credentials and images, whose folder has a Dockerfile. */
async function openBuilder(): Promise<Machine> {
  const machine = await openMachine((folder) => ({
    CONTAINERS_STORAGE_CONF: path.join(folder, 'storage.conf'),
    CONTAINERS_CONF: path.join(folder, 'containers.conf'),
    REGISTRY_AUTH_FILE: path.join(folder, 'auth.json'),
  }));
  const { folder } = machine;
  await writeFile(path.join(folder, 'auth.json'), '{}');
  const roots = `runroot = "${folder}/run"\ngraphroot = "${folder}/graph"\n`;
  await writeFile(path.join(folder, 'storage.conf'), `[storage]\ndriver = "vfs"\n${roots}`);
  await writeFile(path.join(folder, 'containers.conf'), podmanSettings(folder));
  await mkdir(path.join(folder, 'tmp'));
  await writeBuild(folder);
  return machine;
}

/** Containers with runc, because crun rejects some machines' control groups, and without a network. */
function podmanSettings(folder: string): string {
  return `[containers]
netns = "none"
# The defaults are above the limits of some machines.
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
lock_type = "file"
events_logger = "file"
tmp_dir = "${folder}/tmp"
`;
}

async function push({ run }: Machine, builder: 'buildah' | 'podman', image: string): Promise<void> {
  await run(builder, 'login', plain, '-u', 'buildkite', '-p', server().token, images().host);
  await run(builder, 'build', '--isolation', 'chroot', '--build-arg', `TEXT=${builder}`, '-t', image, '.');
  await run(builder, 'push', plain, image);
}

describe.each(['buildah', 'podman'] as const)('%s', (builder) => {
  describe.skipIf(!present(builder, 'busybox'))('(busybox)', () => {
    test('pushes an image, which another machine pulls with a token that reads', async () => {
      const image = `${images().prefix}/${builder}/banana:1.0`;
      await push(await openBuilder(), builder, image);
      const [pkg] = await listedImages(images(), `${builder}/banana`);
      expect(pkg?.tags).toEqual(['1.0']);
      const reader = await openBuilder();
      await reader.run(builder, 'login', plain, '-u', 'any', '-p', await issueToken(server()), images().host);
      await reader.run(builder, 'pull', plain, image);
      await reader.run(builder, 'tag', image, `${image}.1`);
      await expect(reader.run(builder, 'push', plain, `${image}.1`)).rejects.toThrow(denied);
    });

    test('explains a wrong password, and rejects a pull after a logout', async () => {
      const image = `${images().prefix}/${builder}/private:1.0`;
      const machine = await openBuilder();
      const { ok, output } = await machine.attempt(builder, 'login', plain, '-u', 'any', '-p', 'wrong', images().host);
      expect([ok, output]).toEqual([false, expect.stringContaining('invalid username/password')]);
      await push(machine, builder, image);
      await machine.run(builder, 'logout', images().host);
      await machine.run(builder, 'rmi', image);
      await expect(machine.run(builder, 'pull', plain, image)).rejects.toThrow(
        "Your access token doesn't have the read_packages scope. If the registry exists, log in with an access token that has it.",
      );
    });
  });
});

test.skipIf(!present('podman', 'busybox'))(
  'podman pushes and pulls with the lines of the pages (busybox)',
  async () => {
    const { home, prefix } = images();
    const builder = await openBuilder();
    await builder.run('podman', 'build', '--isolation', 'chroot', '-t', `${prefix}/podman/lines:1.0`, '.');
    const token = `TOKEN=${server().token}\n`;
    const publishing = await publishLines(server(), home.slug, 'podman');
    await builder.run('sh', '-ec', token + publishing.replace('NAME:TAG', 'podman/lines:1.0'));
    const [pkg] = await listedImages(images(), 'podman/lines');
    const reader = await openBuilder();
    const lines = [
      await setUpLines(server(), home.slug, 'podman'),
      await installLines(server(), pkg?.web_url ?? '', 'podman'),
    ];
    await reader.run('sh', '-ec', token + lines.join('\n'));
    expect(await reader.run('podman', 'images', '--format', '{{.Repository}}:{{.Tag}}')).toContain('podman/lines:1.0');
  },
);

const runsContainers = present('podman', 'runc', 'busybox') && process.getuid?.() === 0;

describe.skipIf(!runsContainers)('podman (runc, busybox, root)', () => {
  test('runs an image that it pulls', async () => {
    const image = `${images().prefix}/podman/run:1.0`;
    await push(await openBuilder(), 'podman', image);
    const machine = await openBuilder();
    await machine.run('podman', 'login', plain, '-u', 'any', '-p', await issueToken(server()), images().host);
    expect(await machine.run('podman', 'run', plain, '--rm', image)).toContain('TEXT=podman\n');
  });
});

describe.skipIf(!present('buildah', 'busybox', 'skopeo'))('skopeo (buildah, busybox)', () => {
  test('does not inspect an image of a private registry without a token', async () => {
    const image = `${images().prefix}/skopeo/private:1.0`;
    await push(await openBuilder(), 'buildah', image);
    const { run } = await openBuilder();
    await expect(run('skopeo', 'inspect', plain, `docker://${image}`)).rejects.toThrow(denied);
  });

  test('inspects, copies, lists and deletes', async () => {
    const machine = await openBuilder();
    const image = `${images().prefix}/skopeo/banana:1.0`;
    await push(machine, 'buildah', image);
    const shown = await machine.run('skopeo', 'inspect', plain, `docker://${image}`);
    expect(JSON.parse(shown)).toMatchObject({ Env: expect.arrayContaining(['TEXT=buildah']) });
    const copy = `docker://${images().prefix}/copy`;
    const both = ['--src-tls-verify=false', '--dest-tls-verify=false'];
    for (const tag of ['a', 'b']) await machine.run('skopeo', 'copy', ...both, `docker://${image}`, `${copy}:${tag}`);
    expect(JSON.parse(await machine.run('skopeo', 'list-tags', plain, copy))).toMatchObject({ Tags: ['a', 'b'] });
    await machine.run('skopeo', 'delete', plain, `${copy}:a`);
    await expect(machine.run('skopeo', 'inspect', plain, `${copy}:b`)).rejects.toThrow(/unknown|not found/i);
  });
});
