/** redocly, before the server: its proxy records one run of all that is described, and its `drift` judges the record. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { descriptions } from '../../src/server/descriptions.ts';
import { startExamples, type Examples } from '../examples/example-server.ts';
import { shownCases, successOf } from '../examples/shown-cases.ts';
import { judgeTraffic, type Missing } from './drift.ts';
import { injectFault, type Mend } from '../faults/answer-faults.ts';
import { parameterCases } from './parameter-cases.ts';
import { startProxy } from './proxy.ts';

/** What it cannot see, whatever is asked. */
const unseen: Readonly<Record<string, (part: Missing) => boolean>> = {
  'a body that stalls: the proxy passes none on before it is whole': ({ status }) => status === '408',
  'URLs that differ in the slash at their end: they are one to it': ({ operationId }) =>
    operationId.startsWith('redirectTo'),
  'a server without the reference, which is a file of this checkout': ({ operationId, status }) =>
    operationId === 'showReference' && status === '404',
};

let folder: string;
let examples: Examples;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-drift-'));
  await mkdir(path.join(folder, 'descriptions'));
  for (const [index, document] of descriptions.entries()) {
    await writeFile(path.join(folder, 'descriptions', `${index}.json`), JSON.stringify(document));
  }
  await mkdir(path.join(folder, 'records'));
  examples = await startExamples((url) => {
    const record = path.join(folder, 'records', `${new URL(url).port}.har`);
    const parametersFor = (port: number): string[] => {
      return ['proxy', '--target', url, '--port', String(port), '--har', record];
    };
    return startProxy({ program: 'redocly', parametersFor });
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const asked = shownCases.filter(
  ({ id, status, problem }) => problem !== 'request-timeout' && !(id === 'showReference' && status === 404),
);

test.each(asked.filter(({ status }) => status < 500))('it records $id $status $example', async (shown) => {
  const answer = await examples.answer(shown);
  expect(answer.status).toBe(shown.status);
  await answer.arrayBuffer();
});

test.each(asked.filter(({ status }) => status >= 500))('it records $id $status $example', async (shown) => {
  let mend: Mend | undefined;
  const answer = await examples.succeed(successOf(shown), (draft) => {
    mend = injectFault(shown.problem, examples.server.dataDir);
    return draft;
  });
  mend?.();
  expect(answer.status).toBe(shown.status);
  await answer.arrayBuffer();
});

test.each(parameterCases)('it records $id with $parameter', async ({ shown, draftWith }) => {
  const answer = await examples.succeed(shown, draftWith);
  expect([200, 206, 304]).toContain(answer.status);
  await answer.arrayBuffer();
});

describe('of the record', () => {
  let verdict: Awaited<ReturnType<typeof judgeTraffic>>;
  beforeAll(async () => {
    // The proxies write it as they end.
    await examples[Symbol.asyncDispose]();
    verdict = await judgeTraffic(path.join(folder, 'records'), path.join(folder, 'descriptions'), folder);
  });

  test('it objects to nothing but requests that were refused for it', () => {
    const meant = ({ target, status }: { target: string; status: number }): boolean =>
      target === 'request' && status >= 400 && status < 500;
    expect(verdict.problems.filter((problem) => !meant(problem))).toEqual([]);
  });

  test('it has seen every operation, parameter, property and status that it can see', () => {
    const isUnseen = (part: Missing): boolean => Object.values(unseen).some((explains) => explains(part));
    expect(verdict.missing.filter((part) => !isUnseen(part))).toEqual([]);
  });

  test.each(Object.entries(unseen))('it still cannot see %s', (_, explains) => {
    expect(verdict.missing.some(explains)).toBe(true);
  });
});
