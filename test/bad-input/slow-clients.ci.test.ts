import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { abuseServer, type AbusedServer } from './abused-server.ts';
import { filePart, form, formType } from './form.ts';
import { expectProblem } from './problem.ts';
import { head, openConnection, type RawConnection } from './raw-connection.ts';

const patience = 500;
const pace = 1000;
const abused = abuseServer({
  LARDER_HEADERS_TIMEOUT_MS: '300',
  LARDER_BODY_TIMEOUT_MS: String(patience),
  LARDER_BODY_BYTES_PER_SECOND: String(pace),
});

const body = form(filePart('file', 'app-1.0.0.bin', 'x'.repeat(3000)));

function upload({ server, packages }: AbusedServer = abused): string {
  return head(`POST ${packages()}`, {
    'Content-Type': formType,
    'Content-Length': String(body.length),
    Authorization: `Bearer ${server.token}`,
  });
}

/** Sends at a constant rate, until everything is sent or there is a response. */
async function trickle(connection: RawConnection, bytes: Uint8Array, bytesPerSecond: number): Promise<void> {
  const tick = 25;
  const step = Math.max(1, Math.round((bytesPerSecond * tick) / 1000));
  for (let at = 0; at < bytes.length; at += step) {
    await connection.sent(bytes.subarray(at, at + step));
    await pause(tick);
  }
}

describe('Headers that take too long get a 408', () => {
  test.each<[string, string]>([
    ['in the request line', 'GET /hea'],
    ['in a header', head('GET /healthz', { 'X-Long': 'x' }).slice(0, -5)],
    ['before the last line break', head('GET /healthz').slice(0, -2)],
  ])('stopping %s', async (_, bytes) => {
    using connection = await openConnection(abused.server.url);
    connection.send(bytes);
    expectProblem(await connection.reply(), 408, 'request-timeout');
    expect(await connection.closed()).toBe('');
  });

  test('on a connection that has served a request', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(head('GET /healthz'));
    expect(await connection.reply()).toMatchObject({ status: 200 });
    connection.send('GET /hea');
    expectProblem(await connection.reply(), 408, 'request-timeout');
  });

  test('coming byte by byte', async () => {
    using connection = await openConnection(abused.server.url);
    const sending = trickle(connection, Buffer.from(head('GET /healthz', { 'X-Long': 'x'.repeat(1000) })), 100);
    sending.catch(() => undefined);
    expectProblem(await connection.reply(), 408, 'request-timeout');
  });
});

describe('A body that comes too slowly gets a 408', () => {
  test('not at all', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload());
    expectProblem(await connection.reply(), 408, 'request-timeout');
    expect(await connection.closed()).toBe('');
  });

  test('stopping in the middle of the file', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload());
    connection.send(body.subarray(0, 1000));
    expectProblem(await connection.reply(), 408, 'request-timeout');
  });

  test('stopping after a 100', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload().replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n'));
    expect(await connection.reply()).toMatchObject({ status: 100 });
    expectProblem(await connection.reply(), 408, 'request-timeout');
  });

  test('byte by byte', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload());
    const sending = trickle(connection, body, pace / 4);
    sending.catch(() => undefined);
    expectProblem(await connection.reply(), 408, 'request-timeout');
  });

  test('in JSON', async () => {
    using connection = await openConnection(abused.server.url);
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': '100',
      Authorization: `Bearer ${abused.server.token}`,
    };
    connection.send(`${head(`POST ${abused.server.in()}`, headers)}{"name":`);
    expectProblem(await connection.reply(), 408, 'request-timeout');
  });

  test('and publishes nothing, though it ends in the end', async () => {
    using connection = await openConnection(abused.server.url);
    connection.send(upload());
    connection.send(body.subarray(0, 1000));
    expectProblem(await connection.reply(), 408, 'request-timeout');
    connection.send(body.subarray(1000));
    connection.send(head('GET /healthz'));
    expect(await connection.reply()).toMatchObject({ status: 200 });
  });
});

describe('A slow body that keeps the pace is taken', () => {
  // A busy machine may send nothing for a while, so the pace is far above the least, and the patience longer.
  const patience = 1500;
  const patient = abuseServer({
    LARDER_BODY_TIMEOUT_MS: String(patience),
    LARDER_BODY_BYTES_PER_SECOND: String(pace / 10),
  });

  test('for longer than the patience with a body that does not', async () => {
    patient.expectPublished(1);
    using connection = await openConnection(patient.server.url);
    connection.send(upload(patient));
    const begun = performance.now();
    await trickle(connection, body, 1.5 * pace);
    expect(performance.now() - begun).toBeGreaterThan(patience);
    expect(await connection.reply()).toMatchObject({ status: 200 });
  });
});
