/**
 * Engines of docker continue a download that was cut, and repeat an upload that was cut.
 *
 * | client | cannot | reason |
 * |---|---|---|
 * | docker 26 with the image store of containerd | repeat an upload itself | it fails; the next `docker push` succeeds |
 */
import { randomFillSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { logIn, openDockerClient } from './docker-client.ts';
import { machineEngine, newerEngine, useEngine } from './docker-engine.ts';
import { useImages } from './images.ts';

/** The uploads that are cut. */
const server = useCustomerServer(({ method }) => method === 'PATCH' || method === 'PUT');
const images = useImages(server);

/** In bytes. */
const layerSize = 4 * 1024 * 1024;

type Direction = 'download' | 'upload';

/** Starts a proxy that ends the first connection with half of the layer in this direction. Returns its host and port. */
async function startCuttingProxy(host: string, direction: Direction): Promise<string> {
  const [address, port] = host.split(':');
  let isCut = false;
  const proxy = createServer((client) => {
    const upstream = connect(Number(port), address);
    client.on('error', () => undefined).on('close', () => upstream.destroy());
    upstream.on('error', () => undefined).on('close', () => client.destroy());
    client.pipe(upstream).pipe(client);
    const source = direction === 'download' ? upstream : client;
    let sent = 0;
    source.on('data', ({ length }: Buffer) => {
      sent += length;
      if (isCut || sent < layerSize / 2) return;
      isCut = true;
      source.destroy();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  // A server on a port has an address of this kind.
  return `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

describe.each([machineEngine, newerEngine])('$title', (program) => {
  describe.skipIf(program.root === undefined)('(dockerd, root)', () => {
    const engine = useEngine(program);

    /** Pushes an image of one layer, deletes it from the engine, and pulls it. One of the two is cut. */
    async function pushAndPull(cut: Direction): Promise<readonly number[]> {
      const { host, home } = images();
      const machine = await openDockerClient(engine());
      await writeFile(path.join(machine.folder, 'random'), randomFillSync(new Uint8Array(layerSize)));
      await writeFile(path.join(machine.folder, 'Dockerfile'), 'FROM scratch\nCOPY random /random\n');
      const proxy = await startCuttingProxy(host, cut);
      for (const at of [host, proxy]) await logIn(machine, at, server().token);
      const name = `acme/${home.slug}/cut/${cut}:1.0`;
      const pushed = `${cut === 'upload' ? proxy : host}/${name}`;
      const pulled = `${cut === 'download' ? proxy : host}/${name}`;
      await machine.run('docker', 'build', '-t', pushed, '.');
      if (!(await machine.attempt('docker', 'push', pushed)).ok) await machine.run('docker', 'push', pushed);
      await machine.run('docker', 'rmi', pushed);
      const before = server().replies.length;
      await machine.run('docker', 'pull', pulled);
      const downloads = server()
        .replies.slice(before)
        .filter(({ operationId }) => operationId === 'getBlob');
      return downloads.map(({ status }) => status);
    }

    test('continues a download that was cut', async () => {
      // The config, a part of the layer, and the rest of it.
      expect(await pushAndPull('download')).toEqual([200, 200, 206]);
    });

    test('pushes an image after an upload that was cut', async () => {
      expect(await pushAndPull('upload')).toEqual([200, 200]);
    });
  });
});
