/**
 * The responses that only faults can cause, from every operation that describes them: the database and the disk fail,
 * or are full, or the server has a defect. Afterwards the server works as before.
 */
import { problemType } from '../../src/contract/replies/problems.ts';
import { expect, test } from 'vitest';
import { useExamples } from '../examples/use-examples.ts';
import { shownCases, successOf } from '../examples/shown-cases.ts';
import { rejectionOf } from '../fixtures/replies.ts';
import { replyToFault } from './reply-faults.ts';

const examples = useExamples();

test.each(shownCases.filter(({ status }) => status >= 500))('$id returns $status with $type', async (shown) => {
  const rejected = await replyToFault(examples(), shown);
  const id = rejected.headers.get('X-Request-Id');
  if (shown.type === 'text/html')
    expect(await rejected.text()).toContain(`Status ${shown.status}, request id ${id}</p>`);
  else if (shown.type !== problemType) {
    // The format of the service has no place for the kind of the failure.
    expect([rejected.status, rejected.headers.get('Content-Type')]).toEqual([shown.status, shown.type]);
    await rejected.arrayBuffer();
  } else expect(await rejectionOf(rejected)).toEqual({ status: shown.status, type: shown.problem });
  const later = await examples().succeed(successOf(shown));
  await later.arrayBuffer();
  expect(later.status).toBeLessThan(400);
});
