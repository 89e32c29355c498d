/**
 * `ctr` of containerd, with the containerd of an engine of docker.
 *
 * | client | cannot | reason |
 * |---|---|---|
 * | ctr | log in | it stores no credentials: each command has them |
 * | nerdctl | be installed | the proxy of Go modules does not have it |
 */
import { describe, expect, test } from 'vitest';
import { useCustomerServer } from '../../clients/customer-server.ts';
import { present } from '../../clients/programs.ts';
import { issueToken } from '../../native/tokens.ts';
import { logIn, openDockerClient, push } from './docker-client.ts';
import { machineEngine, useEngine } from './docker-engine.ts';
import { listedImages, useImages } from './images.ts';

const server = useCustomerServer();
const native = ['--snapshotter', 'native'];

describe.skipIf(machineEngine.root === undefined || !present('ctr'))('ctr (dockerd, root)', () => {
  const engine = useEngine(machineEngine);
  const images = useImages(server);

  test('pulls and runs an image with a token that reads, and pushes it with one that writes', async () => {
    const machine = await openDockerClient(engine());
    const image = `${images().prefix}/banana:1.0`;
    await logIn(machine, images().host, server().token);
    await push(machine, image, 'of docker');
    const reader = await issueToken(server());
    const { containerd, fifos } = engine();
    const ctr = (...parameters: readonly string[]) => machine.attempt('ctr', '--address', containerd, ...parameters);
    const pull = (...credentials: readonly string[]) =>
      ctr('images', 'pull', '--plain-http', ...native, ...credentials, image);
    const pushAgain = (token: string) =>
      ctr('images', 'push', '--plain-http', '--user', `any:${token}`, `${images().prefix}/banana:2.0`, image);

    expect(await pull()).toMatchObject({ ok: false, output: expect.stringContaining('pull access denied') });
    const wrong = await pull('--user', 'any:wrong');
    expect(wrong).toMatchObject({ ok: false, output: expect.stringContaining('401 Unauthorized') });
    expect(await pull('--user', `any:${reader}`)).toMatchObject({ ok: true });
    const ran = await ctr('run', '--rm', '--fifo-dir', fifos, ...native, image, 'banana');
    expect(ran).toMatchObject({ ok: true, stdout: expect.stringContaining('TEXT=of docker\n') });

    expect(await pushAgain(reader)).toMatchObject({ ok: false });
    expect(await pushAgain(server().token)).toMatchObject({ ok: true });
    expect((await listedImages(images(), 'banana')).map(({ tags }) => tags)).toEqual([['1.0', '2.0']]);
  });
});
