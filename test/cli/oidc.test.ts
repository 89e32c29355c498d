/** `larder publish --oidc` in the three CIs, and `larder oidc explain`. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { startIssuer, type Issuer } from '../fixtures/oidc-issuer.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { connectionTo, larder, type Ran } from './larder.ts';

let issuer: Issuer;
let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-oidc-'));
  issuer = await startIssuer();
  server = await startTestServer({ LARDER_OIDC_ISSUERS: issuer.url });
  const policy = [{ iss: issuer.url, claims: { build_branch: 'main' } }];
  await createRegistry(server, 'shelf', 'files', { oidc_policy: JSON.stringify(policy) });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

let number = 0;

async function publish(environment: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<Ran> {
  number += 1;
  const file = `app-1.0.${number}.txt`;
  await writeFile(path.join(folder, file), `the bytes of ${file}`);
  const where = ['--registry', 'shelf', '--organization', 'acme'];
  const settings = { LARDER_URL: server.url, PATH: `${folder}:${process.env['PATH']}`, ...environment };
  return larder(['publish', file, ...where, '--oidc', ...more], { folder, environment: settings });
}

/** A program that prints a token for the audience that it is called with. */
async function install(name: string, prints: string): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\necho "$@" > "${file}.called"\n${prints}\n`);
  await chmod(file, 0o755);
}

const audience = (): string => `${server.url}/acme/shelf`;
const token = (): Promise<string> => issuer.token({ aud: audience(), build_branch: 'main' });

describe('larder publish --oidc', () => {
  it('requests a token from GitHub Actions', async () => {
    const asked: (string | undefined)[] = [];
    const actions = createServer((request, response) => {
      asked.push(request.url, request.headers.authorization);
      void token().then((value) => response.end(JSON.stringify({ value })));
    });
    await using listening = await listenLocally(actions);
    const environment = {
      GITHUB_ACTIONS: 'true',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${listening.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-job',
    };
    expect((await publish(environment)).stdout).toContain('app-1.0.1.txt');
    expect(asked).toEqual([`/token?api-version=2.0&audience=${encodeURIComponent(audience())}`, 'bearer of-the-job']);
  });

  it('names the permission that a job of GitHub Actions lacks', async () => {
    const { code, stderr } = await publish({ GITHUB_ACTIONS: 'true' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('id-token: write')]);
  });

  it('requests a token from the agent of Buildkite', async () => {
    await install('buildkite-agent', `echo '${await token()}'`);
    expect((await publish({ BUILDKITE: 'true' })).code).toBe(0);
  });

  it('requests a token from CircleCI, or takes the one of the job', async () => {
    await install('circleci', `echo '${await token()}'`);
    expect((await publish({ CIRCLECI: 'true' })).code).toBe(0);
    await install('circleci', 'exit 1');
    expect((await publish({ CIRCLECI: 'true', CIRCLE_OIDC_TOKEN_V2: await token() })).code).toBe(0);
  });

  it('prints why the CI returned no token', async () => {
    await install('buildkite-agent', 'echo "no such job" >&2; exit 3');
    const { code, stderr } = await publish({ BUILDKITE: 'true' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('no such job')]);
  });

  it.each([
    ['outside of a CI', {}, [], /CircleCI only/],
    ['beside a token', { BUILDKITE: 'true' }, ['--token', 'abc'], /cannot be used with/],
  ])('is a wrong command line %s', async (_, environment, more, message) => {
    const { code, stderr } = await publish(environment, ...more);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it('is rejected by the server with the reason', async () => {
    await install('buildkite-agent', `echo '${await issuer.token({ aud: audience(), build_branch: 'other' })}'`);
    const { code, stderr } = await publish({ BUILDKITE: 'true' });
    expect([code, stderr]).toEqual([4, expect.stringContaining('No statement')]);
    expect(stderr).not.toContain('larder login');
  });
});

describe('larder oidc explain', () => {
  const explain = (input: string, ...parameters: readonly string[]): Promise<Ran> =>
    larder(['oidc', 'explain', '--registry', 'shelf', ...parameters], {
      folder,
      environment: connectionTo(server),
      input,
    });

  it('shows which claims do not match', async () => {
    const { stdout } = await explain(JSON.stringify({ iss: issuer.url, build_branch: 'x' }), '--claims', '-');
    expect(stdout).toBe(
      [
        'No statement matches.',
        'Statement 0 does not match:',
        `  ✓ iss equals "${issuer.url}": it is "${issuer.url}"`,
        '  ✗ build_branch equals "main": it is "x"',
        '',
      ].join('\n'),
    );
  });

  it('shows the other checks of a token, too', async () => {
    const { stdout } = await explain(await issuer.token({ build_branch: 'main', aud: 'other' }), '--oidc-token', '-');
    expect(stdout).toContain('Statement 0 matches and grants read_packages, write_packages.\n');
    expect(stdout).toContain('The registry rejects the token.\n');
    expect(stdout).toContain(`  ✗ audience: The audience is other; it must be ${audience()}.\n`);
    expect(stdout).toContain('  ✓ signature: ');
    const good = await explain(await token(), '--oidc-token', '-', '--json');
    expect(JSON.parse(good.stdout)).toMatchObject({ matched: 0, token: { accepted: true } });
  });

  it.each([
    [[], '', /No token or claims specified/],
    [['--claims', '-'], '[]', /not a JSON object/],
  ])('with %j is a wrong command line', async (parameters, input, message) => {
    const { code, stderr } = await explain(input, ...parameters);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

it('larder registry show has the policy', async () => {
  const { stdout } = await larder(['registry', 'show', 'shelf'], { folder, environment: connectionTo(server) });
  expect(stdout).toContain('"build_branch":"main"');
});
