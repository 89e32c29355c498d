/** `larder serve`: a server for a while, for other people's tests too. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ask, freePort } from '../fixtures/process-client.ts';
import { startLarder, type Running } from './larder.ts';

/** Runs in a temporary folder of its own, which shows all files that it leaves. */
async function serve(...parameters: readonly string[]): Promise<Running & { left(): Promise<string[]> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-cli-serve-'));
  // Settings of another server, which must not reach one that forgets everything.
  const environment = {
    TMPDIR: folder,
    LARDER_DATA_DIR: path.join(folder, 'precious'),
    LARDER_PUBLIC_URL: 'http://elsewhere.invalid',
  };
  const running = startLarder(['serve', ...parameters], { folder, environment });
  onTestFinished(async () => {
    running.process.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  return { ...running, left: () => readdir(folder) };
}

interface Greeting {
  readonly url: string;
  readonly token: string | null;
  readonly organization: string;
}

async function greeting(running: Running): Promise<Greeting> {
  return JSON.parse(await running.said(/\n$/)) as Greeting;
}

it.each(['SIGTERM', 'SIGINT'] as const)('starts an ephemeral server whose data is deleted at %s', async (signal) => {
  const running = await serve('--ephemeral', '--json');
  const { url, token, organization } = await greeting(running);
  const reply = await ask(`${url}/v2/packages/organizations/${organization}/registries`, token ?? '');
  const during = await running.left();
  running.process.kill(signal);
  const { code } = await running.ended;
  expect([reply.status, await reply.json(), during, code, await running.left()]).toEqual([
    200,
    [],
    [expect.stringMatching(/^larder-ephemeral-/)],
    0,
    [],
  ]);
});

it('reads port, token and organization from flags, and stops when standard input is closed, if specified', async () => {
  const port = await freePort();
  const flags = ['--port', String(port), '--token', 'a-token-of-the-test', '--organization', 'testers'];
  const running = await serve('--ephemeral', '--json', '--until-stdin-closes', ...flags);
  const said = await greeting(running);
  const reply = await ask(`${said.url}/v2/access-token`, 'a-token-of-the-test');
  running.process.stdin?.end();
  const { code } = await running.ended;
  expect([said, reply.status, code, await running.left()]).toEqual([
    { url: `http://127.0.0.1:${port}`, token: 'a-token-of-the-test', organization: 'testers' },
    200,
    0,
    [],
  ]);
});

it('has the packages of the demo when it is ready', async () => {
  const running = await serve('--ephemeral', '--seed', 'demo', '--json');
  const { url, token, organization } = await greeting(running);
  const registries = `${url}/v2/packages/organizations/${organization}/registries`;
  const list = (await (await ask(registries, token ?? '')).json()) as { slug: string }[];
  expect(list.map(({ slug }) => slug).sort()).toEqual(['data-team', 'deployments', 'downloads', 'servers', 'web-apps']);
  running.process.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
  expect(await running.left()).toEqual([]);
});

it('has the demo only on an ephemeral server', async () => {
  const running = await serve('--seed', 'demo');
  expect(await running.ended).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--seed requires --ephemeral'),
  });
  expect(await running.left()).toEqual([]);
});

it('names the flag whose value is wrong, and leaves nothing', async () => {
  const running = await serve('--ephemeral', '--port', 'http');
  const { code, stderr } = await running.ended;
  expect([code, stderr, await running.left()]).toEqual([
    1,
    'Larder cannot start.\n--port is "http"; it must be a port from 0 (picks a free port) to 65535.\n',
    [],
  ]);
});

it('names the flag whose value only the start rejects', async () => {
  const running = await serve('--ephemeral', '--host', 'no-such-host.invalid');
  const { code, stderr } = await running.ended;
  expect([code, stderr]).toEqual([1, expect.stringMatching(/\n--host is "no-such-host.invalid"; it must be /)]);
});

it('stores its data in the specified folder, and does not show a token that the operator set', async () => {
  const running = await serve(
    '--port',
    '0',
    '--url',
    'http://here.invalid',
    '--token',
    'the-operators-own-secret',
    '--json',
  );
  expect(await greeting(running)).toEqual({ url: 'http://here.invalid', token: null, organization: 'my-org' });
  expect(await running.left()).toEqual(['precious']);
});
