/** A minute of everything that holds connections, from one address, while others go on using the server. */
import { readdir, readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { residentMemory } from '../fixtures/process-memory.ts';
import { startServerProcess } from '../fixtures/server-process.ts';
import { head } from './raw-connection.ts';

const mebibyte = 1024 * 1024;
const minute = 60_000;
const each = 50;
const token = 'a-token-of-the-storm';
const headers = { Authorization: `Bearer ${token}` };
const registries = '/v2/packages/organizations/my-org/registries';
const file = '/my-org/plain/files/large-1.0.0.bin';

/** What a client does on each of its connections, again and again. It reads nothing. */
const abuses: readonly ((socket: Socket) => Promise<void> | void)[] = [
  (socket) => void socket.write(head('GET /openapi.json').repeat(2000)),
  (socket) => void socket.write(head(`GET ${file}`, headers).repeat(10)),
  (socket) => void socket.write(head('GET /healthz').slice(0, -2)),
  async (socket) => {
    const upload = { ...headers, 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': '100000' };
    socket.write(head(`POST ${registries}/plain/packages`, upload));
    while (!socket.destroyed) {
      socket.write('--');
      await pause(200);
    }
  },
];

test('200 connections that are abused for a minute do not slow others down, and take a bounded share', async ({
  annotate,
}) => {
  await using server = await startServerProcess({ LARDER_ADMIN_TOKEN: token, LARDER_LOG_LEVEL: 'warn' });
  const url = await server.ready();
  const pid = server.process.pid ?? 0;
  const json = { ...headers, 'Content-Type': 'application/json' };
  const registry = JSON.stringify({ name: 'plain', ecosystem: 'files' });
  expect((await fetch(url + registries, { method: 'POST', headers: json, body: registry })).status).toBe(200);
  const form = new FormData();
  form.set('file', new Blob([Buffer.alloc(2 * mebibyte, 'x')]), 'large-1.0.0.bin');
  const published = await fetch(`${url}${registries}/plain/packages`, { method: 'POST', headers, body: form });
  expect(published.status).toBe(200);
  await probe(url, 2000);
  const rssBefore = (await residentMemory(pid)) ?? 0;

  const end = performance.now() + minute;
  const attacks = abuses.flatMap((abuse) => Array.from({ length: each }, () => attack(url, abuse, end)));
  const most = { rss: 0, descriptors: 0 };
  const watch = async (): Promise<void> => {
    while (performance.now() < end) {
      most.rss = Math.max(most.rss, (await residentMemory(pid)) ?? 0);
      most.descriptors = Math.max(most.descriptors, (await readdir(`/proc/${pid}/fd`)).length);
      await pause(250);
    }
  };
  const [latencies] = await Promise.all([probe(url, minute), watch(), ...attacks]);
  const p99 = latencies[Math.floor(latencies.length * 0.99)];
  const grown = Math.round((most.rss - rssBefore) / mebibyte);
  await annotate(
    `RSS ${Math.round(rssBefore / mebibyte)} + ${grown} MiB, at most ${most.descriptors} descriptors, ` +
      `${latencies.length} requests of others: p50 ${latencies[latencies.length >> 1]?.toFixed(1)} ms, ` +
      `p99 ${p99?.toFixed(1)} ms, worst ${latencies.at(-1)?.toFixed(1)} ms`,
  );
  expect(most.descriptors).toBeLessThan((await mostDescriptors(pid)) / 2);
  expect(grown).toBeLessThan(150);
  expect(p99).toBeLessThan(100);
}, 180_000);

/** Goes on with a new connection whenever the server closes one. */
async function attack(url: string, abuse: (socket: Socket) => Promise<void> | void, end: number): Promise<void> {
  const { hostname, port } = new URL(url);
  while (performance.now() < end) {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('error', () => undefined).pause();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    void abuse(socket);
    await Promise.race([closed, pause(end - performance.now())]);
    socket.destroy();
    await pause(20);
  }
}

/** Returns how many milliseconds each of the requests of another client took, in their order. */
async function probe(url: string, time: number): Promise<number[]> {
  const latencies: number[] = [];
  const paths = ['/healthz', registries, `${registries}/plain/packages`, file];
  for (const begun = performance.now(); performance.now() - begun < time;) {
    const at = performance.now();
    const response = await fetch(url + (paths[latencies.length % paths.length] ?? ''), { headers });
    await response.arrayBuffer();
    expect(response.status).toBe(200);
    latencies.push(performance.now() - at);
    await pause(10);
  }
  return latencies.toSorted((one, other) => one - other);
}

/** Returns how many files a process may open (proc(5)). */
async function mostDescriptors(pid: number): Promise<number> {
  return Number(/^Max open files +(\d+)/m.exec(await readFile(`/proc/${pid}/limits`, 'utf8'))?.[1]);
}
