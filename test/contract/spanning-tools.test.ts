/** Everything that is made from a description reads paths that span segments: validators, client, mock, matrix, fuzzer. */
import { createServer } from 'node:http';
import * as fc from 'fast-check';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedPath } from '../../src/client/path-values.ts';
import { readDescription } from '../../src/contract/description.ts';
import { fillTemplate } from '../../src/contract/path-template.ts';
import { createQuickChecks } from '../../src/contract/validation/quick-check.ts';
import { createFullCheck } from '../../src/contract/validation/full-check.ts';
import { createMock } from '../../src/mock/create-mock.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { startAsking, type Asking } from '../fuzz/ask.ts';
import { fillIn } from '../fuzz/fill-in.ts';
import { judgeBroken, judgeValid } from '../fuzz/judge.ts';
import { parameterRules } from '../fuzz/parameter-breakers.ts';
import type { Subject } from '../fuzz/subjects.ts';
import { validDrafts } from '../fuzz/valid-drafts.ts';
import { cellsOf, keysOf } from '../matrix/cells.ts';
import { createReach } from '../matrix/reach.ts';
import { parametersOf } from './request-arbitraries.ts';
import { echoing, openSpanningShop, spanningDescription, type SpanningShop } from './spanning-shop.ts';

let shop: SpanningShop;
let asking: Asking;
beforeAll(async () => {
  shop = await openSpanningShop();
  asking = startAsking(shop.url);
});
afterAll(async () => {
  asking[Symbol.dispose]();
  await shop[Symbol.asyncDispose]();
});

const { operations } = readDescription(spanningDescription);
const subjects = operations.map((operation): Subject => ({
  id: operation.id,
  document: spanningDescription,
  operation,
  ecosystems: ['files'],
}));

/** The values of the examples. */
const shown = (parameters: Subject['operation']['parameters'], item: unknown): Record<string, string> => {
  const { parameters: all } = item as { readonly parameters: readonly { name: string; example: string }[] };
  return Object.fromEntries(parameters.map(({ name }) => [name, all.find((one) => one.name === name)?.example ?? '']));
};

describe.each(subjects)('$id', (subject) => {
  const { operation } = subject;
  const values = shown(operation.parameters, spanningDescription.paths[operation.path]);

  test('values that our validator accepts are rejected by no other', async () => {
    const quickCheck = createQuickChecks(spanningDescription)(operation);
    const fullCheck = createFullCheck(spanningDescription, operation);
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(parametersOf(spanningDescription, operation), async (raw) => {
        if (quickCheck.parameters(raw) === undefined) return;
        accepted += 1;
        expect(await fullCheck.parameters(raw)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  test('the client sends slashes percent-encoded, and is served', async () => {
    const client = createClient<Record<string, never>>({ baseUrl: shop.url, pathSerializer: checkedPath });
    const get = client.GET as unknown as (path: string, init: object) => Promise<{ data?: unknown }>;
    const { data } = await get(operation.path, { params: { path: values } });
    expect(data).toEqual({ operation: operation.id, ...values });
  });

  test('the fuzzer makes requests that the contract allows', async () => {
    await fc.assert(
      fc.asyncProperty(validDrafts(subject), async (draft) => {
        const request = await fillIn(draft, {});
        judgeValid(subject, { request, reply: await asking.ask(request) });
      }),
      { numRuns: 30 },
    );
  });

  for (const { name, drafts } of parameterRules(subject)) {
    test(`the fuzzer breaks ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(drafts, async ({ draft, ...expected }) => {
          const request = await fillIn(draft, {});
          judgeBroken(subject, { request, reply: await asking.ask(request) }, expected);
        }),
        { numRuns: 30 },
      );
    });
  }
});

test('the mock responds to both forms of a URL', async () => {
  const { limits, observe } = echoing([], () => undefined);
  const mock = await createMock(spanningDescription, { limits, observe });
  await using server = await listenLocally(createServer((request, response) => void mock(request, response)));
  for (const { path, parameters, id } of operations) {
    const values = shown(parameters, spanningDescription.paths[path]);
    for (const keepSlashes of [true, false]) {
      const url = fillTemplate(
        path,
        (name) => values[name] ?? '',
        () => keepSlashes,
      );
      const response = await fetch(server.url + url);
      expect([url, response.status, await response.json()]).toEqual([url, 200, { operation: id, ...values }]);
    }
  }
});

test('the matrix sees every response that was given', async () => {
  const cells = cellsOf([spanningDescription]).filter(({ status }) => status === 200);
  const reach = createReach(cells);
  const reached = new Set<string>();
  for (const { operationId = '', checked } of shop.events)
    for (const key of checked ? reach(operationId, checked) : []) reached.add(key);
  expect(keysOf(cells).filter((key) => !reached.has(key))).toEqual([]);
});
