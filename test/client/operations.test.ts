/** Every operation of the contract through the client, on the server and on the mock. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describedAnswers } from '../../generated/answers.ts';
import { createLarderClient, type AnyAnswer, type OperationId } from '../../src/client/index.ts';
import { describedOperations } from '../fixtures/described-requests.ts';
import { operationCalls } from './operation-calls.ts';
import { targets, type Target, type Things } from './targets.ts';

// The table has a call for each operation that the types have.
const ids = Object.keys(operationCalls) as OperationId[];
const statusesOf = (id: OperationId): number[] => {
  const { method, path } = describedOperations.find((operation) => operation.id === id) ?? {};
  return Object.values(describedAnswers[`${method} ${path}`] ?? {}).flat();
};
const call = (id: OperationId, things: Things, headers = {}): Promise<AnyAnswer> =>
  operationCalls[id](things, { headers });
const nowhere = '0191e23a-4bc8-7683-bfa4-000000000000';

it('there are as many operations as in the contract', () => {
  expect(ids.toSorted()).toEqual(describedOperations.map(({ id }) => id).toSorted());
});

describe.each(Object.entries(targets))('%s', (_, start) => {
  let target: Target;
  let untouched: Things;
  beforeAll(async () => {
    target = await start();
    untouched = await target.things();
  });
  afterAll(() => target[Symbol.asyncDispose]());

  it.each(ids)('answers %s', async (id) => {
    const answer = await call(id, await target.things());
    expect([answer.status, answer.error]).toEqual([Math.min(...statusesOf(id)), undefined]);
    expect(answer.data === undefined).toBe(answer.status === 204);
  });

  it.each(ids.filter((id) => statusesOf(id).includes(401)))('%s without a token is a 401', async (id) => {
    const answer = await call(id, { ...untouched, larder: createLarderClient({ baseUrl: target.url }) });
    expect([answer.status, answer.error]).toEqual([
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

  it.each(ids.filter((id) => statusesOf(id).includes(404)))('%s of what is not there is a 404', async (id) => {
    const answer = await call(id, missing);
    expect([answer.status, answer.error]).toEqual([
      404,
      expect.objectContaining({ status: 404, type: 'urn:larder:problem:not-found' }),
    ]);
  });
});

describe('what the mock can be made to say', () => {
  let target: Target;
  let things: Things;
  beforeAll(async () => {
    target = await targets.mock();
    const made = await target.things();
    // What may be tried again would be, and be answered the same.
    things = { ...made, larder: createLarderClient({ baseUrl: target.url, token: target.token, retries: 0 }) };
  });
  afterAll(() => target[Symbol.asyncDispose]());

  it.each(ids.flatMap((id) => statusesOf(id).map((status) => [id, status] as const)))('%s: %d', async (id, status) => {
    const answer = await call(id, things, { Prefer: `code=${status}` });
    const error = status < 400 ? undefined : expect.objectContaining({ status, detail: expect.any(String) });
    expect([answer.status, answer.error]).toEqual([status, error]);
  });
});
