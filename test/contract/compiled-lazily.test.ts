/** Compiles everything that is otherwise compiled on demand: a broken schema must not wait for its first request. */
import { describe, expect, test } from 'vitest';
import { createQuickChecks } from '../../src/contract/validation/quick-check.ts';
import { createReplyCheck } from '../../src/contract/validation/reply-check.ts';
import type { OpenApiDocument } from '../../src/contract/description.ts';
import { memoizeBy } from '../../src/contract/memoize-by.ts';
import { descriptions } from '../../src/server/descriptions.ts';
import { everyOperation } from './descriptions.ts';

// Each schema is compiled once for all operations of its description.
const quickChecksOf = memoizeBy((document: OpenApiDocument) => createQuickChecks(document));
const replyCheckOf = {
  open: memoizeBy((document: OpenApiDocument) => createReplyCheck(document, 'open')),
  closed: memoizeBy((document: OpenApiDocument) => createReplyCheck(document, 'closed')),
};

describe.each(everyOperation)('$id', ({ operation, document }) => {
  test('has parameters that can be validated', () => {
    const target = { path: '/', segments: [], rawQuery: 'undescribed=1', query: { undescribed: '1' } };
    expect(quickChecksOf(document)(operation).parameters({ path: {}, target, headers: {} })).toBeUndefined();
  });

  test('has bodies that can be validated', () => {
    const quickCheck = quickChecksOf(document)(operation);
    for (const mediaType of operation.body?.media.keys() ?? []) expect(quickCheck.body(mediaType, null)).toBe(false);
  });

  test.each(['open', 'closed'] as const)('has responses that can be checked, with %s objects', (objects) => {
    const check = replyCheckOf[objects](document);
    for (const [status, { content, headers }] of operation.replies) {
      const type = [...content.keys()][0];
      const sent = Object.fromEntries([...headers.values()].map(({ name }) => [name, 'x']));
      const violations = check(operation, {
        status,
        headers: sent,
        body: { undescribed: true },
        ...(type === undefined ? {} : { type }),
      });
      expect(violations).not.toEqual([]);
    }
  });
});

test('there are operations to speak of', () => {
  expect(descriptions.length).toBeGreaterThan(2);
  expect(everyOperation.length).toBeGreaterThan(20);
});
