/**
 * Two engines of docker build, push, pull and run images, over plain http at 127.0.0.1 and a port, which docker allows
 * without a setting.
 *
 * | client | cannot | reason |
 * |---|---|---|
 * | buildx with the engine of Debian 12 | attestations | its driver `docker` rejects them without the image store of containerd |
 * | docker | search | it requests `/v1/search`, of the protocol before the distribution specification |
 * | buildx | SBOMs, the driver `docker-container` | both need images of docker.io, which tests cannot reach |
 */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { installLines, publishLines, setUpLines } from '../../web/page-lines.ts';
import { openRegistry } from '../registries.ts';
import { logIn, openDockerClient, push, runImage } from './docker-client.ts';
import { machineEngine, newerEngine, useEngine } from './docker-engine.ts';
import { listedImages, useImages } from './images.ts';
import { issueRegistryToken } from './registry-token.ts';

const server = useCustomerServer();
const images = useImages(server);

const denied = /pull access denied for .*, repository does not exist or may require 'docker login'/;

describe.each([machineEngine, newerEngine])('$title', (program) => {
  describe.skipIf(program.root === undefined)('(dockerd, busybox, root)', () => {
    const engine = useEngine(program);

    test('logs in, pushes and pulls with the lines of the pages, and runs the image that it built', async () => {
      const machine = await openDockerClient(engine());
      const token = `TOKEN=${server().token}\n`;
      const { home, prefix } = images();
      const image = `${prefix}/fruit/banana:1.0`;
      await machine.run('docker', 'build', '--build-arg', `TEXT=${program.title}`, '-t', image, '.');
      const lines = (await publishLines(server(), home.slug)).replace('NAME:TAG', 'fruit/banana:1.0');
      await machine.run('sh', '-ec', token + lines);
      await machine.run('docker', 'rmi', image);
      const pkg = (await listedImages(images(), 'fruit/banana')).find(({ tags }) => tags?.includes('1.0'));
      expect(pkg?.metadata['platform']).toEqual({ os: 'linux', architecture: 'amd64' });
      const reader = await openDockerClient(engine());
      await reader.run('sh', '-ec', token + (await setUpLines(server(), home.slug)));
      await reader.run('sh', '-ec', await installLines(server(), pkg?.web_url ?? ''));
      await reader.run('docker', 'pull', image);
      expect(await runImage(reader, image)).toContain(`TEXT=${program.title}\n`);
    });

    test('recommends a login for a private registry, and after a logout', async () => {
      const image = `${images().prefix}/private:1.0`;
      const machine = await openDockerClient(engine());
      expect((await machine.attempt('docker', 'pull', image)).output).toMatch(denied);
      await logIn(machine, images().host, server().token);
      await push(machine, image, 'private');
      await machine.run('docker', 'logout', images().host);
      expect((await machine.attempt('docker', 'pull', image)).output).toMatch(denied);
      await machine.run('docker', 'build', '-t', image, '.');
      const { ok, output } = await machine.attempt('docker', 'push', image);
      expect([ok, output]).toEqual([false, expect.stringMatching(/denied|authorization failed/)]);
    });

    test('explains a login with a wrong password', async () => {
      const machine = await openDockerClient(engine());
      const { ok, output } = await machine.attempt('docker', 'login', '-u', 'any', '-p', 'wrong', images().host);
      expect(ok).toBe(false);
      expect(output).toContain(
        'The credentials in Authorization are not valid. Send a valid access token as the password',
      );
      expect((await machine.attempt('docker', 'pull', `${images().prefix}/private:1.0`)).output).toMatch(denied);
    });

    test('pulls with a token of one registry, pushes nothing, and pulls from no other', async () => {
      const other = await openRegistry(server(), { ecosystem: 'oci' }, 'a private');
      const image = `${images().prefix}/ours:1.0`;
      const foreign = `${images().host}/acme/${other.slug}/theirs:1.0`;
      const publisher = await openDockerClient(engine());
      await logIn(publisher, images().host, server().token);
      await push(publisher, image, 'ours');
      await push(publisher, foreign, 'theirs');
      const machine = await openDockerClient(engine());
      await logIn(machine, images().host, await issueRegistryToken(images().home));
      await machine.run('docker', 'pull', image);
      expect(await runImage(machine, image)).toContain('TEXT=ours\n');
      await machine.run('docker', 'tag', image, `${image}.1`);
      expect((await machine.attempt('docker', 'push', `${image}.1`)).ok).toBe(false);
      expect((await machine.attempt('docker', 'pull', foreign)).output).toMatch(denied);
    });

    test('pulls from a public registry without a login', async () => {
      const open = await openRegistry(server(), { ecosystem: 'oci' }, 'a public');
      const image = `${images().host}/acme/${open.slug}/banana:1.0`;
      const publisher = await openDockerClient(engine());
      await logIn(publisher, images().host, server().token);
      await push(publisher, image, 'public');
      const machine = await openDockerClient(engine());
      await machine.run('docker', 'pull', image);
      expect(await runImage(machine, image)).toContain('TEXT=public\n');
    });
  });
});

describe.skipIf(newerEngine.root === undefined)('buildx (dockerd of Debian 13, root)', () => {
  const engine = useEngine(newerEngine);

  test('pushes an index of two platforms with their attestations, of which one image is pulled and run', async () => {
    const machine = await openDockerClient(engine(), { buildKit: '1' });
    await cp(path.join(newerEngine.root ?? '', 'usr/libexec/docker'), path.join(machine.folder, 'docker'), {
      recursive: true,
    });
    await logIn(machine, images().host, server().token);
    const image = `${images().prefix}/built:1.0`;
    const platforms = ['--platform', 'linux/amd64,linux/arm64'];
    await machine.run('docker', 'buildx', 'build', ...platforms, '--provenance=true', '--push', '-t', image, '.');
    const [pkg, ...others] = await listedImages(images(), 'built');
    expect(others).toEqual([]);
    // BuildKit gives an attestation the platform "unknown", so that no machine runs it.
    expect(pkg?.metadata).toMatchObject({
      media_type: 'application/vnd.oci.image.index.v1+json',
      manifests: ['amd64', 'arm64', 'unknown', 'unknown'].map((architecture) => ({ platform: { architecture } })),
    });
    await machine.run('docker', 'pull', image);
    expect(await runImage(machine, image)).toContain('TEXT=\n');
    const format = ['--format', '{{json .Provenance}}'];
    const provenance = await machine.run('docker', 'buildx', 'imagetools', 'inspect', ...format, image);
    const statement = { SLSA: { buildType: 'https://mobyproject.org/buildkit@v1' } };
    expect(JSON.parse(provenance)).toMatchObject({ 'linux/amd64': statement, 'linux/arm64': statement });
  });
});

describe.skipIf(machineEngine.root === undefined)('docker manifest (dockerd, busybox, root)', () => {
  const engine = useEngine(machineEngine);

  test('pushes an index of images that are in other repositories', async () => {
    const machine = await openDockerClient(engine());
    await logIn(machine, images().host, server().token);
    const parts = ['amd64', 'arm64'].map((architecture) => `${images().prefix}/parts/${architecture}:1.0`);
    for (const part of parts) await push(machine, part, part);
    const index = `${images().prefix}/joined:1.0`;
    await machine.run('docker', 'manifest', 'create', '--insecure', index, ...parts);
    await machine.run('docker', 'manifest', 'annotate', '--arch', 'arm64', index, parts[1] ?? '');
    await machine.run('docker', 'manifest', 'push', '--insecure', index);
    const [pkg, ...others] = await listedImages(images(), 'joined');
    expect(others).toEqual([]);
    expect(pkg?.metadata).toMatchObject({
      manifests: ['amd64', 'arm64'].map((architecture) => ({ platform: { architecture } })),
    });
    await machine.run('docker', 'pull', index);
    expect(await runImage(machine, index)).toContain(`TEXT=${parts[0]}\n`);
  });
});
