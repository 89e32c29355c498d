/** What goes wrong around the command: it says what happened and what helps, and exits with a code that tells. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { publish } from '../fixtures/server.ts';
import { freePort } from '../fixtures/process-client.ts';
import { useCliMachine } from './cli-machine.ts';
import { larder, startProgram, script } from './larder.ts';

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
  it('says that nothing listens there, that the name is not known, or that it does not speak TLS', async () => {
    const port = await freePort();
    const { server } = machine();
    const [refused, unknown, plain] = await Promise.all([
      listAt(`http://127.0.0.1:${port}`),
      listAt('http://nowhere.invalid'),
      listAt(server.url.replace('http:', 'https:')),
    ]);
    const advice = 'Is the server running, and the address right? See it with: larder status';
    expect(refused).toEqual([
      3,
      `The server cannot be reached: nothing listens at this address (ECONNREFUSED).\n${advice}\n`,
    ]);
    expect(unknown).toEqual([3, expect.stringMatching(/its name is not known \((ENOTFOUND|EAI_AGAIN)\)/)]);
    expect(plain).toEqual([3, expect.stringContaining('Is its address http://… rather than https://…?')]);
  });

  it('says that something else answers there', async () => {
    const website = createServer((_request, response) => void response.end('<html>Welcome</html>')).listen(
      0,
      '127.0.0.1',
    );
    onTestFinished(() => website.close().closeAllConnections());
    await once(website, 'listening');
    const { port } = website.address() as AddressInfo;
    expect(await listAt(`http://127.0.0.1:${port}`)).toEqual([
      3,
      expect.stringMatching(/An answer that no Larder gives.*Is this the address of a Larder server\?/s),
    ]);
  });
});

describe('larder, when the server refuses', () => {
  it('tells a wrong token, a missing scope and an unknown registry apart by its exit code', async () => {
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
    expect(wrong.stderr).toMatch(/not valid.*\nLog in with a token that works: larder login\n$/);
    expect(narrow.stderr).toMatch(/delete_packages scope.*\nSee what the token allows: larder status\n$/);
    expect(unknown.stderr).toMatch(/There is no registry "nowhere" here/);
    expect([wrong, narrow, unknown].some(({ stderr }) => stderr.includes('    at '))).toBe(false);
  });
});

describe('larder, when the command line is not right', () => {
  it('exits with 2, and asks nobody', async () => {
    const { folder } = machine();
    const lines = [
      ['publish'],
      ['lsit'],
      ['list', '--url', 'nonsense'],
      ['publish', 'x', '--jobs', 'many'],
      ['list', '-r', '..'],
    ];
    const environment = { LARDER_URL: 'http://127.0.0.1:9', LARDER_TOKEN: 't', LARDER_ORGANIZATION: 'acme' };
    const ran = await Promise.all(lines.map((line) => larder(line, { folder, environment })));
    expect(ran.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    expect(ran[1]?.stderr).toContain('(Did you mean list?)');
    expect(ran.some(({ stderr }) => stderr.includes('    at '))).toBe(false);
  });

  it('says that the kept login is not readable', async () => {
    const { folder } = machine();
    const home = path.join(folder, 'broken');
    await mkdir(path.join(home, 'larder'), { recursive: true });
    await writeFile(path.join(home, 'larder', 'login.json'), '{"url": ');
    const { code, stderr } = await larder(['list'], { folder, environment: { XDG_CONFIG_HOME: home } });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/is not what larder keeps there\.\nLog in again: larder login\n$/),
    ]);
  });
});

describe('larder, when nobody reads its output any more', () => {
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
