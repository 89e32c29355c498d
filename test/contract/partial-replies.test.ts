/**
 * A part has the type of the whole: a reply with 206 has the type that the one with 200 has (RFC 9110, section 15.3.7).
 */
import { expect, test } from 'vitest';
import { everyOperation } from './descriptions.ts';

const partial = everyOperation.filter(({ operation }) => operation.replies.has(206));

test.each(partial)('a range of $id has the type of the whole', ({ operation: { replies } }) => {
  const [whole, part] = [200, 206].map((status) => [...(replies.get(status)?.content.keys() ?? [])]);
  expect(part).not.toEqual([]);
  expect(whole).toEqual(expect.arrayContaining(part ?? []));
});
