/** Every example of a description is a response of the real server, and the mock sends it with the same headers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock, type RunningMock } from '../../src/cli/start-mock.ts';
import { isLike } from '../matrix/alike.ts';
import type { Ecosystem } from '../../src/client/index.ts';
import { createReplyCheck } from '../../src/contract/validation/reply-check.ts';
import api from '../../generated/openapi.json' with { type: 'json' };
import { memoized, targetAt, type Things } from '../client/targets.ts';
import { send } from '../examples/draft.ts';
import { startExamples, type Examples } from '../examples/example-server.ts';
import { shownCases, successOf, type ShownCase } from '../examples/shown-cases.ts';
import { successfulDraft } from '../examples/successes.ts';

// These are responses that a client can cause. The reference is a file that may be missing.
const asked = shownCases.filter(({ id, status }) => status < 500 && id !== 'showReference');
const titled = (shown: ShownCase) => ({ ...shown, title: `${shown.status} ${shown.example ?? shown.type ?? ''}` });

let examples: Examples;
let mock: RunningMock;
let mockThings: (ecosystem: Ecosystem) => Promise<Things>;
beforeAll(async () => {
  [examples, mock] = await Promise.all([startExamples(), startMock({ port: 0 })]);
  mockThings = memoized(targetAt(mock.url, 'any-token').things);
});
afterAll(async () => {
  await mock.stop();
  await examples[Symbol.asyncDispose]();
});

describe.each(Object.entries(Object.groupBy(asked, ({ id }) => id)))('%s', (_, cases = []) => {
  test.each(cases.map(titled))('$title', async (shown) => {
    const real = await examples.reply(shown);
    await expectLike(shown, real);
    if (shown.document === api) await expectAsFromServer(shown, real);
  });
});

async function expectLike(
  { document, status, type, schema, example, value }: ShownCase,
  reply: Response,
): Promise<void> {
  const text = await reply.text();
  expect([reply.status, reply.headers.get('Content-Type') ?? undefined], text.slice(0, 500)).toEqual([status, type]);
  if (example === undefined || !type?.endsWith('json')) return;
  const body: unknown = JSON.parse(text);
  expect(isLike(document, schema, value, body), `${text.slice(0, 2000)}\nis not like\n${JSON.stringify(value)}`).toBe(
    true,
  );
}

const checkReply = createReplyCheck(api, 'closed');

async function expectAsFromServer(shown: ShownCase, real: Response): Promise<void> {
  const { operation, status, type, example } = shown;
  const draft = await successfulDraft(successOf(shown), await mockThings(shown.ecosystem), mock.url);
  const Prefer = [`code=${status}`, ...(example === undefined ? [] : [`example=${example}`])].join(', ');
  const reply = await send(mock.url, operation, { ...draft, headers: { Prefer } });
  const body = type === undefined ? undefined : await bodyOf(reply, type);
  const headers = headersOf(reply);
  const described = headers.filter(([name]) => operation.replies.get(status)?.headers.has(name));
  const whole = { status, headers: Object.fromEntries(described), body, ...(type === undefined ? {} : { type }) };
  expect([reply.status, reply.headers.get('Content-Type') ?? undefined]).toEqual([status, type]);
  expect(checkReply(operation, whole)).toEqual([]);
  expect(namesOf(headers)).toEqual(namesOf(headersOf(real)));
}

async function bodyOf(reply: Response, type: string): Promise<unknown> {
  return type.endsWith('json') ? await reply.json() : new Uint8Array(await reply.arrayBuffer());
}

/** All but those of the connection, and that of the mock about preferences. */
function headersOf(reply: Response): [name: string, value: string][] {
  const others = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'preference-applied'];
  return [...reply.headers].filter(([name]) => !others.includes(name));
}

function namesOf(headers: readonly (readonly [name: string, value: string])[]): string[] {
  return headers.map(([name]) => name);
}
