/** Failures outside the command: a message with the cause and the remedy, and a meaningful exit code. */
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRegistry, publish, startTestServer } from '../fixtures/server.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { freePort } from '../fixtures/process-client.ts';
import { useCliMachine } from './cli-machine.ts';
import { connectionTo, larder, startProgram, script } from './larder.ts';

const machine = useCliMachine();

async function listAt(url: string): Promise<readonly [code: number | null, stderr: string]> {
  const { folder } = machine();
  const { code, stderr } = await larder(
    ['list', '-r', 'shelf', '--url', url, '--token', 't', '--organization', 'acme'],
    { folder },
  );
  return [code, stderr];
}

describe('larder, when the server cannot be reached', () => {
  it('explains a closed port, an unknown name, and a server without TLS', async () => {
    const port = await freePort();
    const { server } = machine();
    const [rejected, unknown, plain] = await Promise.all([
      listAt(`http://127.0.0.1:${port}`),
      listAt('http://nowhere.invalid'),
      listAt(server.url.replace('http:', 'https:')),
    ]);
    const advice = 'Check that the server is running, and the address: larder status';
    expect(rejected).toEqual([
      3,
      `The server cannot be reached: nothing listens at this address (ECONNREFUSED).\n${advice}\n`,
    ]);
    expect(unknown).toEqual([3, expect.stringMatching(/its name cannot be resolved \((ENOTFOUND|EAI_AGAIN)\)/)]);
    expect(plain).toEqual([3, expect.stringContaining('Try http://… instead of https://….')]);
  });

  it('explains a response of another server', async () => {
    expect(await listAt(await startProxy(200))).toEqual([
      3,
      expect.stringMatching(/it does not come from Larder.*Check the address of the Larder server/s),
    ]);
  });
});

it('larder rejects a misspelt setting, and takes those of servers', async () => {
  const { folder, server } = machine();
  const run = (more: Record<string, string>) =>
    larder(['registry', 'list'], { folder, environment: { ...connectionTo(server), ...more } });
  const misspelt = await run({ LARDER_TOKN: 'x' });
  expect([misspelt.code, misspelt.stderr]).toEqual([2, 'LARDER_TOKN is not a setting; did you mean LARDER_TOKEN?\n']);
  expect((await run({ LARDER_PORT: '9000', LARDER_ADMIN_TOKEN: 'of-a-server-here' })).code).toBe(0);
});

describe('larder, when a proxy responds for the server', () => {
  const upload = async (url: string): Promise<readonly [code: number | null, stderr: string]> => {
    const { folder, write } = machine();
    await write('large-1.0.0.txt', 'more than the proxy allows');
    const line = ['publish', 'large-1.0.0.txt', '-r', 'shelf', '--url', url, '--token', 't', '--organization', 'acme'];
    const { code, stderr } = await larder(line, { folder });
    return [code, stderr];
  };

  it('names the limit that rejected an upload, and the setting of nginx', async () => {
    const [nginx, other] = [await startProxy(413, { Server: 'nginx/1.22.1' }), await startProxy(413)];
    const rejected =
      'Failed: large-1.0.0.txt: A proxy in front of Larder rejected the upload: it is larger than the proxy';
    expect(await upload(nginx)).toEqual([1, `${rejected} allows (413 from nginx).\nRaise client_max_body_size.\n`]);
    expect(await upload(other)).toEqual([
      1,
      `${rejected} allows (413 from ${other}).\nRaise its limit on request bodies.\n`,
    ]);
  });

  it.each([502, 503, 504])('explains that the server behind the proxy does not respond (%d)', async (status) => {
    const [nginx, other] = [await startProxy(status, { Server: 'nginx/1.22.1' }), await startProxy(status)];
    const advice = 'Check that Larder is running and that the proxy has its address.';
    expect(await listAt(nginx)).toEqual([
      3,
      `The proxy at ${nginx} (nginx) responds, but the server behind it does not (${status}).\n${advice}\n`,
    ]);
    expect(await listAt(other)).toEqual([
      3,
      `The proxy at ${other} responds, but the server behind it does not (${status}).\n${advice}\n`,
    ]);
  });

  it.each([401, 403, 404])('doubts the address, and names the server that responded (%d)', async (status) => {
    const url = await startProxy(status, { Server: 'nginx/1.22.1' });
    const [code, stderr] = await listAt(url);
    expect([code, stderr.split('\n')]).toEqual([
      3,
      [
        `Unexpected response from ${url}/v2/packages/organizations/acme/registries/shelf/packages (${status} from nginx, text/html): it does not come from Larder. Check the base URL. The response begins with: <html>Welcome</html>`,
        'Check the address of the Larder server: larder status',
        '',
      ],
    ]);
  });

  it('suggests https if it redirects', async () => {
    const url = await startProxy(301, { Location: 'https://packages.example.com/' });
    expect(await listAt(url)).toEqual([
      3,
      'The server cannot be reached: it redirects to another address.\nTry https://… instead of http://….\n',
    ]);
  });

  it("passes on Larder's own limit", async () => {
    const { folder, write } = machine();
    await using small = await startTestServer({ LARDER_MAX_PACKAGE_SIZE: '10' });
    await createRegistry(small, 'shelf', 'files');
    await write('large-1.0.0.txt', 'more than the server allows');
    const { code, stderr } = await larder(['publish', 'large-1.0.0.txt', '-r', 'shelf'], {
      folder,
      environment: connectionTo(small),
    });
    expect([code, stderr]).toEqual([1, expect.not.stringContaining('proxy')]);
  });
});

describe('larder, when the server rejects', () => {
  it('has different exit codes for a wrong token, a missing scope and an unknown registry', async () => {
    const { run } = machine();
    const made = await run('token', 'create', '-d', 'n', '-s', 'read_packages', '--json');
    const { token } = JSON.parse(made.stdout) as { token: string };
    const [wrong, narrow, unknown] = await Promise.all([
      run('list', '-r', 'shelf', '--token', 'wrong', '--organization', 'acme'),
      run(
        'delete',
        '01a20d37-fcea-7212-a87e-7c082ed8eaa8',
        '-r',
        'shelf',
        '--yes',
        '--token',
        token,
        '--organization',
        'acme',
      ),
      run('list', '-r', 'nowhere'),
    ]);
    expect([wrong.code, narrow.code, unknown.code]).toEqual([4, 4, 5]);
    expect(wrong.stderr).toMatch(/not valid.*\nLog in with a valid token: larder login\n/);
    expect(narrow.stderr).toMatch(/delete_packages scope.*\nSee what the token allows: larder status\n/);
    expect(unknown.stderr).toMatch(/Registry "nowhere" not found/);
    for (const { stderr } of [wrong, narrow, unknown])
      expect(stderr).toMatch(/\nFor the server's log: request id [\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\n$/);
    expect([wrong, narrow, unknown].some(({ stderr }) => stderr.includes('    at '))).toBe(false);
  });
});

describe.skipIf(!existsSync('/proc/version'))('larder publish (/proc/version)', () => {
  it('publishes nothing of a file that is longer than its size', async () => {
    const { folder, run, server } = machine();
    await symlink('/proc/version', path.join(folder, 'growing-1.0.0.txt'));
    const { code, stderr } = await run('publish', 'growing-1.0.0.txt', '-r', 'shelf');
    expect([code, stderr]).toEqual([
      1,
      'Failed: growing-1.0.0.txt: The file has more bytes than its size of 0.\nMake sure that no program is writing to it, then try again.\n',
    ]);
    const listed = await server.ask(`${server.in('shelf', 'packages')}?name=growing`);
    expect(await listed.json()).toMatchObject({ items: [] });
  });
});

describe('larder, when the command line is not right', () => {
  it('exits with 2, without a request', async () => {
    const { folder } = machine();
    const lines = [
      ['publish'],
      ['lsit'],
      ['list', '--url', 'nonsense'],
      ['publish', 'x', '--jobs', 'many'],
      ['list', '-r', '..'],
      ['list', '-r', 'shelf', '--token', 'secret\n'],
    ];
    const environment = { LARDER_URL: 'http://127.0.0.1:9', LARDER_TOKEN: 't', LARDER_ORGANIZATION: 'acme' };
    const ran = await Promise.all(lines.map((line) => larder(line, { folder, environment })));
    expect(ran.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(ran[5]?.stderr).toMatch(/^--token is not a token\.\n/);
    expect(ran[5]?.stderr).not.toContain('secret');
    expect(ran[1]?.stderr).toContain('(Did you mean list?)');
    expect(ran.some(({ stderr }) => stderr.includes('    at '))).toBe(false);
  });

  it('explains an invalid login file', async () => {
    const { folder } = machine();
    const home = path.join(folder, 'broken');
    await mkdir(path.join(home, 'larder'), { recursive: true });
    await writeFile(path.join(home, 'larder', 'login.json'), '{"url": ');
    const { code, stderr } = await larder(['list'], { folder, environment: { XDG_CONFIG_HOME: home } });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/is not a valid login file\.\nLog in again: larder login\n$/),
    ]);
  });
});

describe('larder, when its output is closed', () => {
  it('ends quietly', async () => {
    const { server, folder } = machine();
    for (let at = 0; at < 5; at += 1) await publish(server, 'other', `a-1.0.${at}.txt`, 'a');
    const environment = { LARDER_URL: server.url, LARDER_TOKEN: server.token };
    const list = `'${process.execPath}' '${script}' list -r other --all --per-page 1 --json`;
    // `true` reads nothing and is gone before the first page.
    const { stdout, stderr } = await startProgram('bash', ['-c', `${list} | true; echo "\${PIPESTATUS[0]}"`], {
      folder,
      environment,
    }).ended;
    expect([stdout, stderr]).toEqual(['141\n', '']);
  });
});

/** Responds to everything with a page, as a proxy does, and stops with the test. Returns its URL. */
async function startProxy(status: number, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const proxy = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end('<html>Welcome</html>');
  });
  const { url, [Symbol.asyncDispose]: close } = await listenLocally(proxy);
  onTestFinished(close);
  return url;
}
