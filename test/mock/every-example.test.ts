/** A frontend can request everything in the contract: every response and every example. */
import { describe, expect, test } from 'vitest';
import api from '../../generated/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from '../../src/contract/description.ts';
import { shownReplies } from '../../src/mock/described-examples.ts';
import { describedOperations, requestFor } from '../fixtures/described-requests.ts';
import { withAnyRequestId } from '../fixtures/request-id.ts';
import { useMock } from './use-mock.ts';

const mock = useMock();
const document: OpenApiDocument = api;

const described = describedOperations.map((operation) => ({ id: operation.id, operation }));

describe.each(described)('$id', ({ operation }) => {
  test.each(shownReplies(document, operation))('returns $status $example', async ({ status, type, example, value }) => {
    const { path, init } = await requestFor(operation, {});
    const prefer = example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
    const reply = await mock().ask(path, { ...init, headers: { ...init.headers, Prefer: prefer } });
    expect([reply.status, reply.headers.get('Content-Type') ?? undefined]).toEqual([status, type]);
    // The id is that of this request, and not that of the example.
    const text = withAnyRequestId(reply, await reply.text());
    if (type === undefined) expect(text).toBe('');
    else expect(type.endsWith('json') ? JSON.parse(text) : text).toEqual(here(value));
  });
});

describe.each(described.filter(({ operation }) => operation.method === 'GET'))('$id', ({ operation }) => {
  test('responds to HEAD like to GET, without the body', async () => {
    const { path } = await requestFor(operation, {});
    const [get, head] = [await mock().ask(path), await mock().ask(path, { method: 'HEAD' })];
    expect([head.status, headersOf(head)]).toEqual([200, headersOf(get)]);
    expect(await head.text()).toBe('');
  });
});

test('an unknown preference gets a list of the existing ones', async () => {
  const path = '/v2/packages/organizations/my_great_org/registries/my-registry/packages';
  const replies = ['code=418', 'code=200, example=pear'].map((Prefer) => mock().ask(path, { headers: { Prefer } }));
  const bodies = await Promise.all((await Promise.all(replies)).map((reply) => reply.json()));
  expect(bodies).toMatchObject([
    { status: 400, errors: [{ path: 'headers.prefer', message: expect.stringContaining('use one of 200, 400, 401') }] },
    {
      status: 400,
      errors: [{ path: 'headers.prefer', message: expect.stringContaining('use one of alpine, debian, files') }],
    },
  ]);
});

/** The example as the mock must give it: with its own address in place of the example's. */
function here(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(api.servers[0]?.url ?? '', mock().url));
}

/** All headers but those of the connection and of the request. */
function headersOf({ headers }: Response): Record<string, string> {
  const { connection: _c, 'keep-alive': _k, date: _d, 'x-request-id': _i, ...rest } = Object.fromEntries(headers);
  return rest;
}
