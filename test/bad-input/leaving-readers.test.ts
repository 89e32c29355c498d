/** Clients that request much, read a part and disconnect: the server keeps nothing for them. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { head } from './raw-connection.ts';

const clients = 20;
/** On each connection. Only the first is served: the second waits until the response to the first is out. */
const requests = 2;
const size = 4 * 1024 * 1024;

test('each of many downloads that are broken off is over, and no failure', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  await using server = await startTestServer({}, log);
  await createRegistry(server, 'plain', 'files');
  const published = await publish(server, 'plain', 'large-1.0.0.bin', Buffer.alloc(size, 'x'));
  const { id } = (await published.json()) as { id: string };
  const path = server.in('plain', 'packages', id, 'files', 'large-1.0.0.bin');
  await Promise.all(Array.from({ length: clients }, () => readSome(server, path)));
  const ofDownloads = () => lines.filter((line) => line['path'] === path);
  await eventually(() => expect(ofDownloads()).toHaveLength(clients));
  expect(new Set(ofDownloads().map(({ msg }) => msg))).toEqual(new Set(['responded']));
  const whole = await server.ask(path);
  expect([whole.headers.get('content-length'), (await whole.arrayBuffer()).byteLength]).toEqual([String(size), size]);
});

async function readSome({ url, token }: TestServer, path: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(head(`GET ${path}`, { Authorization: `Bearer ${token}` }).repeat(requests));
  await once(socket, 'data');
  socket.destroy();
}
