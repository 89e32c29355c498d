import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newRegistry } from '../native/watched-server.ts';
import { useCustomerServer } from './customer-server.ts';
import { present, run, type Ran } from './programs.ts';

describe.skipIf(!present('curl'))('curl: files', () => {
  const server = useCustomerServer();
  let folder = '';
  let registry = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'larder-curl-'));
    registry = await newRegistry(server(), 'files', { isPublic: false });
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const curl = (...parameters: string[]): Promise<Ran> =>
    run('curl', ['--silent', '--show-error', '--fail', ...parameters], { folder });

  /** The documented line for downloads. */
  const download = (name: string, ...parameters: string[]): Promise<Ran> =>
    curl('-L', '-H', `Authorization: Bearer ${server().token}`, ...parameters, urlOf(name));

  const urlOf = (name: string): string => `${server().url}/acme/${registry}/files/${name}`;

  async function publishWithCurl(name: string, content: string | Uint8Array): Promise<Ran> {
    const file = path.join(folder, name);
    await writeFile(file, content);
    const url = server().url + server().in(registry, 'packages');
    const ran = await curl('-H', `Authorization: Bearer ${server().token}`, '-X', 'POST', url, '-F', `file=@${file}`);
    await rm(file);
    return ran;
  }

  test('saves a download under its own name', async () => {
    await publishWithCurl('app-1.0.0+build.5.txt', 'app');
    await download('app-1.0.0%2Bbuild.5.txt', '-J', '-O');
    expect(await readdir(folder)).toEqual(['app-1.0.0+build.5.txt']);
  });

  test('publishes a file after a 100 Continue', async () => {
    const bytes = Buffer.alloc(2 * 1024 * 1024, 'larder');
    await publishWithCurl('large-1.0.0.bin', bytes);
    await download('large-1.0.0.bin', '-o', 'saved.bin');
    expect((await readFile(path.join(folder, 'saved.bin'))).equals(bytes)).toBe(true);
  });

  test('goes on with a download that broke off', async () => {
    await publishWithCurl('app-1.0.0.txt', 'The quick brown fox');
    await writeFile(path.join(folder, 'saved.txt'), 'The quick');
    await download('app-1.0.0.txt', '-C', '-', '-o', 'saved.txt');
    expect(await readFile(path.join(folder, 'saved.txt'), 'utf8')).toBe('The quick brown fox');
  });

  test('does not download a file again that is as old as its copy', async () => {
    await publishWithCurl('app-1.0.0.txt', 'app');
    await download('app-1.0.0.txt', '-R', '-o', 'saved.txt');
    await download('app-1.0.0.txt', '-z', 'saved.txt', '-o', 'again.txt');
    expect(await readdir(folder)).toEqual(['saved.txt']);
  });

  test('gives its copy the time of publishing', async () => {
    await publishWithCurl('app-1.0.0.txt', 'app');
    await download('app-1.0.0.txt', '-R', '-o', 'saved.txt');
    const reply = await server().native(`acme/${registry}/files/app-1.0.0.txt`, { headers: server().authorized });
    const { mtime } = await stat(path.join(folder, 'saved.txt'));
    expect(mtime.toUTCString()).toBe(reply.headers.get('Last-Modified'));
  });

  test('sends the password after a 401', async () => {
    await publishWithCurl('app-1.0.0.txt', 'app');
    const { stdout } = await curl('--anyauth', '-u', `buildkite:${server().token}`, urlOf('app-1.0.0.txt'));
    expect(stdout).toBe('app');
  });

  test('is seen to have been served, although it leaves at the last byte', async () => {
    await publishWithCurl('app-1.0.0.txt', 'app');
    for (let time = 0; time < 10; time += 1) await download('app-1.0.0.txt');
    // The server may notice the disconnection a little later than the client.
    await expect
      .poll(() =>
        server().replies.flatMap(({ path: url, status }) => (urlOf('app-1.0.0.txt').endsWith(url) ? [status] : [])),
      )
      .toEqual(Array.from({ length: 10 }, () => 200));
  });

  test('is rejected without a token', async () => {
    await publishWithCurl('app-1.0.0.txt', 'app');
    expect((await curl(urlOf('app-1.0.0.txt'))).output).toContain('401');
  });

  test.skipIf(!present('wget'))('wget: goes on with a download that broke off', async () => {
    await publishWithCurl('app-1.0.0.txt', 'The quick brown fox');
    await writeFile(path.join(folder, 'app-1.0.0.txt'), 'The quick');
    const credentials = ['--user=buildkite', `--password=${server().token}`];
    await run('wget', ['--quiet', '--continue', ...credentials, urlOf('app-1.0.0.txt')], { folder });
    expect(await readFile(path.join(folder, 'app-1.0.0.txt'), 'utf8')).toBe('The quick brown fox');
  });
});
