import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { startServerProcess } from '../fixtures/server-process.ts';

test.skipIf(process.platform !== 'linux')('A server limits what V8 and glibc keep for later (/proc)', async () => {
  await using server = await startServerProcess();
  await server.ready();
  const read = (file: string): Promise<string> => readFile(`/proc/${server.process.pid}/${file}`, 'utf8');
  expect((await read('cmdline')).split('\0')).toEqual(
    expect.arrayContaining(['--max-semi-space-size=8', '--heap-growing-percent=60']),
  );
  expect((await read('environ')).split('\0')).toContain('MALLOC_ARENA_MAX=1');
});

test.skipIf(process.platform !== 'linux')('A server keeps the limits that its operator sets (/proc)', async () => {
  await using server = await startServerProcess({ NODE_OPTIONS: '--max-semi-space-size=32', MALLOC_ARENA_MAX: '8' });
  await server.ready();
  const read = (file: string): Promise<string> => readFile(`/proc/${server.process.pid}/${file}`, 'utf8');
  expect(await read('cmdline')).not.toContain('semi-space');
  expect((await read('environ')).split('\0')).toContain('MALLOC_ARENA_MAX=8');
});
