/** A server whose log is not read continues to work, and stops if it must. */
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { startServerProcess } from '../fixtures/server-process.ts';
import { createLogOutput } from '../../src/server/log-output.ts';

/** More lines than the system and the server keep for a reader. */
const requests = 3000;

async function fill(url: string, requests: number): Promise<void> {
  const ask = async (): Promise<void> => {
    for (let count = 0; count < requests / 8; count += 1) {
      const response = await fetch(`${url}/${'x'.repeat(480)}`);
      await response.arrayBuffer();
      expect(response.status).toBe(404);
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
}

describe('A server whose standard error is not read', () => {
  test('responds, counts the lines that it drops, and ends in time', async () => {
    await using server = await startServerProcess();
    const url = await server.ready();
    server.process.stderr?.pause();
    await fill(url, requests);
    server.process.stderr?.resume();
    let more = 0;
    await eventually(async () => {
      // Their lines may be dropped as well, until there is room again.
      await (await fetch(`${url}/healthz`)).arrayBuffer();
      more += 1;
      expect(server.logs().at(-1)).toMatchObject({ path: '/healthz' });
    });
    await eventually(() => {
      const lines = server.logs();
      const reports = lines.filter((line) => 'dropped' in line);
      expect(reports[0]).toMatchObject({ msg: 'log lines were dropped because they were not read in time' });
      const written = lines.filter((line) => line['msg'] === 'responded');
      // They may be dropped, and reported, more than once.
      const dropped = reports.reduce((total, line) => total + Number(line['dropped']), 0);
      expect(written.length + dropped).toBe(requests + more);
    });
    server.process.stderr?.pause();
    await fill(url, requests);
    // What closes is not read, so only the exit shows.
    server.process.kill('SIGTERM');
    await eventually(() => expect(server.process.exitCode).toBe(0));
    server.process.stderr?.destroy();
  });

  test('responds, and ends, after its reader has ended', async () => {
    await using server = await startServerProcess();
    const url = await server.ready();
    server.process.stderr?.destroy();
    await fill(url, 200);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});

test('Lines that wait for a reader take no more than 1 MiB', async () => {
  let isStuck = true;
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (line: string, _, done) => {
      written.push(line);
      if (isStuck) waiting.push(done);
      else done();
    },
  });
  const reports: number[] = [];
  const output = createLogOutput(stream, (dropped) => reports.push(dropped));
  const line = `${'x'.repeat(1023)}\n`;
  for (let count = 0; count < 5000; count += 1) output.write(line);
  expect(stream.writableLength).toBe(1024 * 1024);
  isStuck = false;
  for (const done of waiting) done();
  await output.flush(10_000);
  output.write(line);
  expect([reports, written.filter((one) => one !== '').length]).toEqual([[5000 - 1024], 1025]);
});
