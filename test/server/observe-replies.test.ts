/**
 * The log lines of replies: clients that disconnect are not failures, and replies that break the contract are counted.
 */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { ReplyEvent } from '../../src/contract/replies/deliver.ts';
import { createExchanges } from '../../src/server/exchanges.ts';
import { observeReplies } from '../../src/server/observe-replies.ts';

const levels = { info: 30, error: 50 };

/** Returns the log lines of a reply, and how many replies were counted. */
function logged(event: Partial<ReplyEvent>, url = '/v2/user'): { lines: unknown[]; violations: number } {
  const lines: unknown[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(JSON.parse(line)) });
  const exchanges = createExchanges();
  const { observe, violations } = observeReplies(log, exchanges);
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url });
  const response = new ServerResponse(request);
  exchanges.begin(request, response, undefined);
  observe({ request, response, caller: undefined, operationId: 'getUser', status: 200, ...event });
  response.emit('close');
  return { lines, violations: violations() };
}

test('a response is logged without what may be secret in its URL', () => {
  const line = { level: levels.info, method: 'GET', path: '/v2/user', operationId: 'getUser', status: 200 };
  const replied = { ...line, msg: 'responded' };
  for (const url of ['/v2/user?token=sesame', 'http://user:sesame@host/v2/user#sesame']) {
    expect(logged({}, url)).toMatchObject({ lines: [replied], violations: 0 });
    expect(JSON.stringify(logged({}, url))).not.toContain('sesame');
  }
});

test.each(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'EPIPE'])(
  'a client that disconnects is not a failure: %s',
  (code) => {
    const { lines } = logged({ error: Object.assign(new Error('left'), { code }) });
    expect(lines).toMatchObject([{ level: levels.info, msg: 'responded' }]);
  },
);

test('any other error is a failure, and is logged', () => {
  const { lines, violations } = logged({ status: 500, error: new Error('the disk is broken') });
  expect([lines, violations]).toMatchObject([
    [{ level: levels.error, msg: 'failed', status: 500, err: { message: 'the disk is broken' } }],
    0,
  ]);
});

test('a response that violates the contract is counted, and logged with the locations', () => {
  const { lines, violations } = logged({ violations: ['body must be object'] });
  expect([lines, violations]).toMatchObject([
    [{ level: levels.error, violations: ['body must be object'], violationsSoFar: 1 }],
    1,
  ]);
});

test('a long path is cut', () => {
  const { lines } = logged({}, `/${'x'.repeat(16_000)}`);
  expect(lines).toMatchObject([{ path: `/${'x'.repeat(499)}…` }]);
});
