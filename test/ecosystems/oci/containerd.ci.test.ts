/**
 * `ctr` of containerd, with the containerd of an engine of docker.
 *
 * | client | cannot | reason |
 * |---|---|---|
 * | ctr | log in | it stores no credentials: each command has them |
 * | nerdctl | be installed | the proxy of Go modules does not have it |
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { present } from '../../clients/programs.ts';
import { issueToken } from '../../native/tokens.ts';
import { useServer } from '../../native/watched-server.ts';
import type { Home } from '../recipe.ts';
import { listed, openRegistry } from '../registries.ts';
import { logIn, openDockerClient, push } from './docker-client.ts';
import { machineEngine, useEngine } from './docker-engine.ts';

const server = useServer();

describe.skipIf(machineEngine.root === undefined || !present('ctr'))('ctr (dockerd, root)', () => {
  const engine = useEngine(machineEngine);
  let home: Home;
  let host = '';
  let image = '';

  beforeAll(async () => {
    home = await openRegistry(server(), { ecosystem: 'oci' }, 'a private');
    ({ host } = new URL(server().url));
    image = `${host}/acme/${home.slug}/banana`;
  });

  test('pulls and runs an image with a token that reads, and pushes it with one that writes', async () => {
    const machine = await openDockerClient(engine());
    await logIn(machine, host, server().token);
    await push(machine, `${image}:1.0`, 'of docker');
    const images = async (verb: string, token: string, ...parameters: readonly string[]) =>
      await machine.attempt(
        'ctr',
        '--address',
        engine().containerd,
        'images',
        verb,
        '--plain-http',
        ...credentials(token),
        ...parameters,
      );

    const native = ['--snapshotter', 'native'];
    const anonymous = await images('pull', '', ...native, `${image}:1.0`);
    expect([anonymous.ok, anonymous.output]).toEqual([false, expect.stringContaining('pull access denied')]);
    const wrong = await images('pull', 'wrong', ...native, `${image}:1.0`);
    expect([wrong.ok, wrong.output]).toEqual([false, expect.stringContaining('401 Unauthorized')]);
    const reader = await issueToken(server());
    expect(await images('pull', reader, ...native, `${image}:1.0`)).toMatchObject({ ok: true });
    const container = await machine.run(
      'ctr',
      '--address',
      engine().containerd,
      'run',
      '--rm',
      ...native,
      `${image}:1.0`,
      'banana',
    );
    expect(container).toContain('TEXT=of docker\n');

    expect((await images('push', reader, `${image}:2.0`, `${image}:1.0`)).ok).toBe(false);
    expect(await images('push', server().token, `${image}:2.0`, `${image}:1.0`)).toMatchObject({ ok: true });
    expect((await listed(home)).map(({ name, tags }) => [name, tags])).toEqual([['banana', ['1.0', '2.0']]]);
  });
});

function credentials(token: string): readonly string[] {
  return token === '' ? [] : ['--user', `any:${token}`];
}
