/** Who the command is: what login keeps, and what goes before what. */
import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { present } from '../clients/programs.ts';
import type { Schemas } from '../fixtures/replies.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { startTestServer } from '../fixtures/server.ts';
import { useCliMachine } from './cli-machine.ts';
import { connectionTo, larder, startOnTerminal, type Ran } from './larder.ts';

const machine = useCliMachine();

beforeEach(() => rm(keptFile(), { force: true }));

function keptFile(): string {
  return path.join(machine().folder, 'config', 'larder', 'login.json');
}

/** Without a server in the environment, unless it is given. */
function alone(parameters: readonly string[], environment: Record<string, string> = {}, input = ''): Promise<Ran> {
  return larder(parameters, { folder: machine().folder, environment, input });
}

function login(): Promise<Ran> {
  const { server } = machine();
  return alone(['login', `${server.url}/`], {}, `${server.token}\n`);
}

describe('larder login', () => {
  it('saves an accepted login in a private file until logout', async () => {
    const { server } = machine();
    const { code, stderr } = await login();
    const modes = await Promise.all(
      [keptFile(), path.dirname(keptFile())].map(async (at) => (await stat(at)).mode & 0o777),
    );
    const kept: unknown = JSON.parse(await readFile(keptFile(), 'utf8'));
    const registries = await alone(['registry', 'list']);
    const logout = await alone(['logout']);
    const after = await alone(['registry', 'list']);
    expect([code, modes, kept, stderr.includes(server.token)]).toEqual([
      0,
      [0o600, 0o700],
      { url: server.url, token: server.token, organization: 'acme' },
      false,
    ]);
    expect([registries.code, /^shelf +files/m.test(registries.stdout), logout.code, after.code]).toEqual([
      0,
      true,
      0,
      2,
    ]);
  });

  it('keeps nothing that does not work', async () => {
    const { server } = machine();
    const [wrong, nothing, nobody] = await Promise.all([
      alone(['login', server.url], {}, 'wrong-token'),
      alone(['login', server.url], {}, ''),
      alone(['login', 'http://127.0.0.1:9'], {}, 'token'),
    ]);
    await expect(stat(keptFile())).rejects.toThrow('ENOENT');
    expect([wrong.code, nothing.code, nobody.code]).toEqual([4, 2, 3]);
  });

  it.skipIf(!present('script'))('prompts for the token on a terminal (script) without echo', async () => {
    const { server, folder } = machine();
    const running = startOnTerminal(['login', server.url], { folder });
    await running.said(/Token for/);
    running.process.stdin?.write(`${server.token}\r`);
    const { code, stdout } = await running.ended;
    expect([code, stdout.includes('Logged in to'), stdout.includes(server.token)]).toEqual([0, true, false]);
  });
});

describe('flags, environment and login', () => {
  it('go in this order', async () => {
    const { server } = machine();
    await using other = await startTestServer({
      LARDER_ORGANIZATION: 'other-org',
      LARDER_TOKEN: 'the-token-of-the-other',
    });
    await login();
    const status = async (parameters: readonly string[], environment = {}): Promise<string | undefined> => {
      const { stdout } = await alone(['status', '--json', ...parameters], environment);
      const { organizations } = JSON.parse(stdout) as { organizations: Schemas['Organization'][] | null };
      return organizations?.[0]?.slug;
    };
    const there = connectionTo(other);
    const here = ['--url', server.url, '--token', server.token];
    expect(await Promise.all([status([]), status([], there), status(here, there)])).toEqual([
      'acme',
      'other-org',
      'acme',
    ]);
  });

  it('never sends a kept token to another server', async () => {
    await using other = await startTestServer();
    await login();
    const { code, stderr } = await alone(['list', '-r', 'shelf'], { LARDER_URL: other.url });
    expect([code, stderr]).toEqual([
      4,
      `No token for ${other.url}.\nLog in (larder login ${other.url}), or set LARDER_TOKEN to an access token.\n`,
    ]);
  });

  it.each([
    ['a token for builds', ['--scope', 'read_packages', '--scope', 'write_packages']],
    ['a token that reads one registry', ['--registry', 'shelf']],
  ])('need no organization with %s, by LARDER_TOKEN or after login', async (_, allowed) => {
    const { run, server, write } = machine();
    await write('tool-1.0.0.txt', 'A tool.');
    await run('publish', 'tool-1.0.0.txt', '--registry', 'shelf', '--skip-same');
    const made = await run('token', 'create', '-d', 'narrow', ...allowed, '--json');
    const { token } = JSON.parse(made.stdout) as Schemas['AccessTokenWithSecret'];
    const environment = connectionTo({ url: server.url, token });
    const download = ['download', 'tool@1.0.0', '-r', 'shelf', '--force', '--output', 'copy.txt'];
    const [list, downloaded] = [await alone(['list', '-r', 'shelf'], environment), await alone(download, environment)];
    const loggedIn = await alone(['login', server.url], {}, token);
    const later = await alone(['list', '-r', 'shelf']);
    expect([list.code, downloaded.code, loggedIn.code, later.code]).toEqual([0, 0, 0, 0]);
    expect(loggedIn.stderr).toContain(`Logged in to ${server.url} (acme) with the token "narrow".`);
  });

  it('publish with a token for builds', async () => {
    const { run, server, write } = machine();
    await write('build-1.0.0.txt', 'A build.');
    const made = await run('token', 'create', '-d', 'builds', '-s', 'read_packages', '-s', 'write_packages', '--json');
    const { token } = JSON.parse(made.stdout) as Schemas['AccessTokenWithSecret'];
    const environment = connectionTo({ url: server.url, token });
    const { code, stdout } = await alone(['publish', 'build-1.0.0.txt', '-r', 'shelf'], environment);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Published build 1.0.0')]);
  });

  it('require the organization if the server is too old to return it', async () => {
    const old = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"description": "builds"}');
    });
    await using server = await listenLocally(old);
    const list = (...more: readonly string[]): Promise<Ran> =>
      alone(['list', '-r', 'shelf', ...more], connectionTo({ url: server.url, token: 't' }));
    expect(await list()).toMatchObject({
      code: 2,
      stderr:
        'This server does not return the organization of a token.\nSpecify it with --organization or LARDER_ORGANIZATION.\n',
    });
  });
});

describe('larder status', () => {
  it('shows the server, the token and its scopes, and fails without a valid token', async () => {
    const { run, server } = machine();
    const [human, none, wrong] = await Promise.all([
      run('status'),
      alone(['status', '--url', server.url]),
      alone(['status'], connectionTo({ url: server.url, token: 'wrong' })),
    ]);
    expect(human.stdout).toMatch(
      /^server +http\S+ \(Larder \d+\.\d+\.\d+, ready\)\norganization +acme\nuser +Owner of acme/,
    );
    expect([human.code, none.code, wrong.code, wrong.stderr.split('\n')[0]]).toEqual([
      0,
      4,
      4,
      'The token is invalid.',
    ]);
  });
});
