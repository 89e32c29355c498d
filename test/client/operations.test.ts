/** Every operation of the contract through the client, on the server and on the mock. */
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationTable } from '../../generated/operations.ts';
import api from '../../generated/openapi.json' with { type: 'json' };
import { isLike } from '../matrix/alike.ts';
import { createLarderClient, type AnyAnswer, type Ecosystem, type OperationId } from '../../src/client/index.ts';
import { describedOperations } from '../fixtures/described-requests.ts';
import { shownCases } from '../examples/shown-cases.ts';
import { successfulDraft } from '../examples/successes.ts';
import { operationCalls, type PageQuery } from './operation-calls.ts';
import { memoized, targets, type Target, type Things } from './targets.ts';

// The table has a call for each operation that the types have.
const ids = Object.keys(operationCalls) as OperationId[];
const statusesOf = (id: OperationId): number[] => Object.values(operationTable[id].replies).flat();
const call = (id: OperationId, things: Things, headers = {}): Promise<AnyAnswer> =>
  operationCalls[id](things, { headers });
/** Each status, media type and example of a success that the contract has. */
const successes = shownCases
  .filter((shown) => shown.document === api && shown.problem === undefined)
  // The table of calls has each operation of the contract, as the first test sees.
  .map((shown) => ({ ...shown, id: shown.id as OperationId }));
const pageOf = ({ per_page, ...query }: Readonly<Record<string, string>>): PageQuery =>
  per_page === undefined ? query : { ...query, per_page: Number(per_page) };
const nowhere = '0191e23a-4bc8-7683-bfa4-000000000000';

it('there are as many operations as in the contract', () => {
  expect(ids.toSorted()).toEqual(describedOperations.map(({ id }) => id).toSorted());
});

describe.each(Object.entries(targets))('%s', (_, start) => {
  let target: Target;
  let untouched: Things;
  /** What reads can be read again. */
  let shared: (ecosystem: Ecosystem) => Promise<Things>;
  beforeAll(async () => {
    target = await start();
    shared = memoized(target.things);
    untouched = await shared('files');
  });
  afterAll(() => target[Symbol.asyncDispose]());

  it.each(successes)('$id returns $status $example', async ({ id, ...shown }) => {
    const { document, schema, status, type, example, value } = shown;
    const things = await (shown.operation.method === 'GET' ? shared : target.things)(shown.ecosystem);
    const { headers, query } = await successfulDraft({ id, ...shown }, things, target.url);
    // The server returns its own resources, the mock the preferred example.
    const Prefer = [`code=${status}`, ...(example === undefined ? [] : [`example=${example}`])].join(', ');
    const reply = await operationCalls[id](things, { headers: { ...headers, Prefer } }, pageOf(query));
    expect([reply.status, reply.error]).toEqual([status, undefined]);
    if (type === undefined) expect(reply.data).toBe(undefined);
    else if (reply.data instanceof ReadableStream) expect(await text(reply.data)).not.toBe('');
    else expect([value, isLike(document, schema, value, reply.data), reply.data]).toEqual([value, true, reply.data]);
  });

  it.each(ids.filter((id) => statusesOf(id).includes(401)))('%s without a token is a 401', async (id) => {
    const reply = await call(id, { ...untouched, larder: createLarderClient({ baseUrl: target.url }) });
    expect([reply.status, reply.error]).toEqual([
      401,
      expect.objectContaining({ status: 401, type: 'urn:larder:problem:unauthenticated' }),
    ]);
  });
});

describe('what only the server can know', () => {
  let target: Target;
  let missing: Things;
  beforeAll(async () => {
    target = await targets.server();
    const things = await target.things();
    const upload = { ...things.upload, id: nowhere };
    missing = { ...things, organization: 'nobody', accessToken: nowhere, upload };
  });
  afterAll(() => target[Symbol.asyncDispose]());

  it.each(ids.filter((id) => statusesOf(id).includes(404)))('%s of a missing resource is a 404', async (id) => {
    const reply = await call(id, missing);
    expect([reply.status, reply.error]).toEqual([
      404,
      expect.objectContaining({ status: 404, type: 'urn:larder:problem:not-found' }),
    ]);
  });
});

describe('the responses of the mock', () => {
  let target: Target;
  let things: Things;
  beforeAll(async () => {
    target = await targets.mock();
    const made = await target.things();
    // Failures that may be retried would be, with the same response.
    things = { ...made, larder: createLarderClient({ baseUrl: target.url, token: target.token, retries: 0 }) };
  });
  afterAll(() => target[Symbol.asyncDispose]());

  it.each(ids.flatMap((id) => statusesOf(id).map((status) => [id, status] as const)))('%s: %d', async (id, status) => {
    const reply = await call(id, things, { Prefer: `code=${status}` });
    const error = status < 400 ? undefined : expect.objectContaining({ status, detail: expect.any(String) });
    expect([reply.status, reply.error]).toEqual([status, error]);
  });
});
