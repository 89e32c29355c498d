/** `larder publish`: many files together, the output for each, and the result of an interruption. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bodyOf, type Schemas } from '../fixtures/replies.ts';
import { createRegistry, startTestServer } from '../fixtures/server.ts';
import { present } from '../clients/programs.ts';
import { useCliMachine } from './cli-machine.ts';
import { connectionTo, startLarder } from './larder.ts';

const machine = useCliMachine();

async function namesIn(registry: string): Promise<string[]> {
  const { server } = machine();
  const { items } = await bodyOf(server.ask(`${server.in(registry, 'packages')}?per_page=100`), 'PackageList');
  return items.map(({ name, version }) => `${name}@${version}`).sort();
}

describe('larder publish', () => {
  it('publishes the others if some fail, reports each, and fails', async () => {
    const { run, write } = machine();
    await Promise.all([
      write('good-1.0.0.txt', 'good'),
      write('good-1.0.1.txt', 'good too'),
      write('bad.txt', 'has no version'),
    ]);
    const files = ['good-1.0.0.txt', 'bad.txt', 'missing.txt', '.', 'good-1.0.1.txt'];
    const { code, stdout, stderr } = await run('publish', ...files, '--registry', 'shelf');
    expect([code, stdout.split('\n').sort(), await namesIn('shelf')]).toEqual([
      1,
      ['', 'Published good 1.0.0 (txt) from good-1.0.0.txt', 'Published good 1.0.1 (txt) from good-1.0.1.txt'],
      ['good@1.0.0', 'good@1.0.1'],
    ]);
    expect(stderr).toContain('Failed: bad.txt: ');
    expect(stderr).toContain('Failed: missing.txt: File not found: missing.txt\n');
    expect(stderr).toContain('Failed: .: . is not a file.\n');
    expect(stderr).toMatch(/\n2 of 5 files published\.\n$/);
  });

  it('prints a line of JSON for each file, with the bodies of the API', async () => {
    const { run, server, write } = machine();
    await write('json-1.0.0.txt', 'json');
    const { code, stdout } = await run('publish', 'json-1.0.0.txt', 'bad.txt', '-r', 'shelf', '--json', '--jobs', '1');
    const [done, failed] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const { id } = (done?.['package'] ?? {}) as Schemas['Package'];
    const body: unknown = await (await server.ask(server.in('shelf', 'packages', id))).json();
    expect([code, done, failed]).toEqual([
      1,
      { file: 'json-1.0.0.txt', package: body },
      {
        file: 'bad.txt',
        error: expect.stringMatching(/^Invalid filename format/),
        problem: expect.objectContaining({ status: 422 }),
      },
    ]);
  });

  it('has an exit code for existing packages, and treats identical ones as success with --skip-same', async () => {
    const { run, write } = machine();
    await write('same-1.0.0.txt', 'same');
    await run('publish', 'same-1.0.0.txt', '-r', 'shelf');
    const [again, skipped] = await Promise.all([
      run('publish', 'same-1.0.0.txt', '-r', 'shelf'),
      run('publish', 'same-1.0.0.txt', '-r', 'shelf', '--skip-same'),
    ]);
    await write('same-1.0.0.txt', 'other');
    const differing = await run('publish', 'same-1.0.0.txt', '-r', 'shelf', '--skip-same');
    expect([again.code, skipped.code, differing.code]).toEqual([6, 0, 6]);
  });

  it('accepts many files, and sends them with presigned forms with --presigned', async () => {
    const { run, write } = machine();
    const files = Array.from({ length: 60 }, (_, at) => `many-1.0.${at}.txt`);
    await Promise.all(files.map((file) => write(file, file)));
    const { code, stderr } = await run('publish', ...files, '-r', 'other', '--jobs', '8', '--presigned');
    expect([code, stderr, (await namesIn('other')).length]).toEqual([0, '60 of 60 files published.\n', 60]);
  });

  it('uses the only registry by default, and requires --registry if there are several', async () => {
    const { folder, run, write } = machine();
    await using other = await startTestServer();
    await createRegistry(other, 'lonely', 'files');
    await write('only-1.0.0.txt', 'only');
    const publishing = startLarder(['publish', 'only-1.0.0.txt'], { folder, environment: connectionTo(other) });
    const [one, several] = await Promise.all([publishing.ended, run('publish', 'only-1.0.0.txt')]);
    expect([one.code, several.code, several.stderr]).toEqual([
      0,
      2,
      'There are several registries: shelf, other, debs.\nSpecify one: --registry SLUG\n',
    ]);
  });

  it('stops at Ctrl-C with a message, and exits with 130', async () => {
    const { folder } = machine();
    // A server that accepts everything and sends no response.
    const silent = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => silent.close().closeAllConnections());
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const environment = {
      ...connectionTo({ url: `http://127.0.0.1:${port}`, token: 'any' }),
      LARDER_ORGANIZATION: 'acme',
    };
    const asked = once(silent, 'request');
    const files = ['good-1.0.0.txt', 'good-1.0.1.txt'];
    const running = startLarder(['publish', ...files, '-r', 'shelf', '--jobs', '1'], { folder, environment });
    await asked;
    running.process.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([
      130,
      'Failed: good-1.0.0.txt: Interrupted.\nFailed: good-1.0.1.txt: Interrupted.\n0 of 2 files published.\n',
    ]);
  });
});

describe.skipIf(!present('script'))('larder publish on a terminal (script)', () => {
  it('draws bars while it sends, and leaves one line for each file', async () => {
    const { start, write } = machine();
    await write('large-1.0.0.bin', new Uint8Array(20_000_000));
    await write('small-1.0.0.txt', 'small');
    const { code, stdout } = await start(['publish', 'large-1.0.0.bin', 'small-1.0.0.txt', '-r', 'shelf'], 'terminal')
      .ended;
    expect([code, /\d+% of 20\.0 MB {2}large-1\.0\.0\.bin/.test(stdout)]).toEqual([0, true]);
    expect(stdout).toContain('Published large 1.0.0 (bin) from large-1.0.0.bin');
    // The cursor is back.
    expect(stdout.lastIndexOf('\u001B[?25h')).toBeGreaterThan(stdout.lastIndexOf('\u001B[?25l'));
  });
});
