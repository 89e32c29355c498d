import { describe, expect, test } from 'vitest';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { abuseServer } from './abused-server.ts';
import { filePart, form, formType } from './form.ts';
import { expectProblem } from './problem.ts';
import { head, openConnection, type RawConnection } from './raw-connection.ts';

const abused = abuseServer();

const content = 'x'.repeat(256 * 1024);
const body = form(filePart('file', 'app-1.0.0.bin', content));
const afterHeaders = body.indexOf('\r\n\r\n') + 4;

function upload(): string {
  return head(`POST ${abused.packages()}`, {
    'Content-Type': formType,
    'Content-Length': String(body.length),
    Authorization: `Bearer ${abused.server.token}`,
  });
}

async function staged(): Promise<number> {
  return (await storedBytes(abused.server.dataDir)).staged.length;
}

const ways: [string, (connection: RawConnection) => void][] = [
  ['closes', (connection) => connection.end()],
  ['resets', (connection) => connection.reset()],
];

describe.each(ways)('A client that %s the connection leaves nothing', (_, leave) => {
  test.each([
    ['after the headers', 0],
    ['within the headers of the part', 20],
    ['before the first byte of the file', afterHeaders],
  ])('%s', async (_name, bytes) => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload());
    await connection.sent(body.subarray(0, bytes));
    leave(connection);
    await connection.closed();
  });

  test.each([
    ['in the middle of the file', afterHeaders + content.length / 2],
    ['after the last byte of the file', afterHeaders + content.length],
    ['in the closing line', body.length - 5],
  ])('%s', async (_name, bytes) => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload());
    await connection.sent(body.subarray(0, bytes));
    await expect.poll(staged).toBe(1);
    leave(connection);
    await connection.closed();
  });

  test('in the middle of JSON', async () => {
    using connection = await openConnection(abused.server.url);
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': '100',
      Authorization: `Bearer ${abused.server.token}`,
    };
    await connection.sent(`${head(`POST ${abused.server.in()}`, headers)}{"name":`);
    leave(connection);
    await connection.closed();
  });

  test('while waiting for a 100', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload().replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n'));
    expect(await connection.reply()).toMatchObject({ status: 100 });
    leave(connection);
    await connection.closed();
  });

  test('many concurrently', async () => {
    using opened = new DisposableStack();
    const connections: RawConnection[] = [];
    for (let count = 0; count < 30; count += 1) {
      const connection = opened.use(await openConnection(abused.server.url));
      connections.push(connection);
      connection.send(upload());
      connection.send(body.subarray(0, -100));
    }
    await expect.poll(staged).toBe(30);
    connections.forEach(leave);
    await Promise.all(connections.map((connection) => connection.closed()));
  });
});

test('A client that ends early, but still reads, gets a failure', async () => {
  using connection = await openConnection(abused.server.url, { staysHalfOpen: true });
  connection.send(upload());
  await connection.sent(body.subarray(0, -5));
  connection.end();
  expectProblem(await connection.reply(), 400, 'invalid-request');
});
