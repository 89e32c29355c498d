/**
 * What only faults can cause, from every operation that describes it: the database and the disk fail, or are full, or
 * the server has a defect. Afterwards it answers as if nothing had been.
 */
import { expect, test } from 'vitest';
import { useExamples } from '../examples/use-examples.ts';
import { shownCases, successOf } from '../examples/shown-cases.ts';
import { eventually } from '../fixtures/eventually.ts';
import { refusalOf } from '../fixtures/answers.ts';
import { injectFault, type Mend } from './answer-faults.ts';

const examples = useExamples();

test.each(shownCases.filter(({ status }) => status >= 500))('$id answers $status', async (shown) => {
  // That the server was ready holds for a second.
  const refused = await eventually(async () => {
    let mend: Mend | undefined;
    const response = await examples().succeed(successOf(shown), (draft) => {
      mend = injectFault(shown.problem, examples().server.dataDir);
      return draft;
    });
    mend?.();
    expect(response.status).toBe(shown.status);
    return response;
  });
  expect(await refusalOf(refused)).toEqual({ status: shown.status, type: shown.problem });
  const later = await examples().succeed(successOf(shown));
  await later.arrayBuffer();
  expect(later.status).toBeLessThan(400);
});
