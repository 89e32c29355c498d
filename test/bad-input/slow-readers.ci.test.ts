/** Clients that do not read the responses to their requests, and too many clients. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';
import { filePart, form, formType } from './form.ts';
import { expectProblem } from './problem.ts';
import { exchange, head, openConnection, type RawConnection } from './raw-connection.ts';

/** More than the system takes of a response for a client that does not read it. */
const size = 64 * 1024 * 1024;
const file = '/acme/plain/files/large-1.0.0.bin';
const stacks: AsyncDisposableStack[] = [];

/** Has the file that all tests download. */
let seeded: TestServer;

beforeAll(async () => {
  seeded = await startTestServer();
  await createRegistry(seeded, 'plain', 'files');
  expect((await publish(seeded, 'plain', 'large-1.0.0.bin', Buffer.alloc(size, 'x'))).status).toBe(200);
});

afterAll(() => seeded[Symbol.asyncDispose]());

afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.disposeAsync();
});

interface Clients {
  readonly server: TestServer;
  /** Opens connections that go away with the test, and sends the bytes on each of them. */
  open(count: number, bytes?: string): Promise<RawConnection[]>;
}

async function clientsOf(environment: Record<string, string>): Promise<Clients> {
  const stack = new AsyncDisposableStack();
  stacks.push(stack);
  // Another server on the same folder: on a busy machine, the publication may take longer than these limits allow.
  const server = await startTestServer({ ...environment, LARDER_DATA_DIR: seeded.dataDir });
  stack.defer(() => server.stop());
  const open = async (count: number, bytes = ''): Promise<RawConnection[]> => {
    const connections: RawConnection[] = [];
    for (let opened = 0; opened < count; opened += 1) {
      const connection = stack.use(await openConnection(server.url));
      connections.push(connection);
      connection.send(bytes);
    }
    return connections;
  };
  return { server, open };
}

function download({ token }: TestServer): string {
  return head(`GET ${file}`, { Authorization: `Bearer ${token}` });
}

/** Returns the status of a response on a new connection; undefined if that is closed without one. */
async function statusOf({ url }: TestServer): Promise<number | undefined> {
  return (await exchange(url, head('GET /healthz')).catch(() => undefined))?.status;
}

describe('A response that its client does not read', () => {
  test('is cut off after the patience', async () => {
    const { server, open } = await clientsOf({ LARDER_BODY_TIMEOUT_MS: '300' });
    // Those of `fetch`, which it keeps.
    const before = await server.openConnections();
    await open(5, download(server));
    await expect.poll(() => server.openConnections()).toBeLessThanOrEqual(before);
    expect((await server.ask('/healthz')).status).toBe(200);
  });

  test('is complete if the client reads it in pauses that are shorter', async () => {
    const { server } = await clientsOf({ LARDER_BODY_TIMEOUT_MS: '2000' });
    const { body } = await server.ask(file);
    let bytes = 0;
    let pauses = 0;
    for await (const piece of body ?? []) {
      bytes += piece.byteLength;
      if (bytes > (pauses + 1) * (size / 8)) {
        pauses += 1;
        await pause(300);
      }
    }
    expect(bytes).toBe(size);
  });

  test('is cut off after the longest time, though its client reads now and then', async () => {
    const { server } = await clientsOf({ LARDER_TRANSFER_TIMEOUT_MS: '2000' });
    const read = async (): Promise<void> => {
      for await (const _ of (await server.ask(file)).body ?? []) await pause(50);
    };
    await expect(read()).rejects.toThrow();
  });
});

test('A body that keeps the pace is rejected with 408 after the longest time', async () => {
  const { server, open } = await clientsOf({ LARDER_TRANSFER_TIMEOUT_MS: '2000' });
  const headers = { 'Content-Type': formType, 'Content-Length': '1000000', Authorization: `Bearer ${server.token}` };
  const [connection] = await open(1, head(`POST ${server.in('plain', 'packages')}`, headers));
  const body = form(filePart('file', 'app-1.0.0.bin', 'x'.repeat(1_000_000)));
  let isReplied = false;
  const send = async (): Promise<void> => {
    for (let at = 0; !isReplied; at += 1000) {
      await connection?.sent(body.subarray(at, at + 1000));
      await pause(20);
    }
  };
  const sending = send();
  sending.catch(() => undefined);
  const reply = await connection?.reply();
  isReplied = true;
  if (!reply) throw new Error('no answer');
  expect(expectProblem(reply, 408, 'request-timeout')).toContain('not complete after 2 seconds');
});

describe('With as many connections as the server takes', () => {
  const most = 10;

  test('one that waits for a request is closed for the next client', async () => {
    const { server, open } = await clientsOf({ LARDER_MAX_CONNECTIONS: String(most) });
    await open(most);
    for (let count = 0; count < 3; count += 1) await expect.poll(() => statusOf(server)).toBe(200);
    expect(await server.openConnections()).toBeLessThanOrEqual(most);
  });

  test('one more is closed without a response if all of them have a request', async () => {
    const { server, open } = await clientsOf({ LARDER_MAX_CONNECTIONS: String(most) });
    const busy: RawConnection[] = [];
    const fill = async (): Promise<unknown> => {
      busy.push(...(await open(1, download(server))));
      return [await statusOf(server), await server.openConnections()];
    };
    await expect.poll(fill).toEqual([undefined, most]);
    for (const connection of busy) connection.reset();
    await expect.poll(() => statusOf(server)).toBe(200);
  });
});
