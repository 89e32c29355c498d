/** The `Link` header names each relation, as RFC 8288, section 3, has it. */
import { expect, test } from 'vitest';
import { linkHeader } from '../../src/api/represent/page-links.ts';

test('several links are separated by commas', () => {
  const header = linkHeader({ self: 'http://127.0.0.1/packages', next: 'http://127.0.0.1/packages?after=1' });
  expect(header).toBe('<http://127.0.0.1/packages>; rel="self", <http://127.0.0.1/packages?after=1>; rel="next"');
});
