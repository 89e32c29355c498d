/**
 * redocly as a proxy of the server: it records one run of all described responses, and `drift` checks the record. The
 * proxy sends no body on before it is complete, so our own proxy records the requests to the server that rejects slow
 * bodies.
 */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { descriptions } from '../../src/server/descriptions.ts';
import { startExamples, type Examples } from '../examples/example-server.ts';
import { shownCases } from '../examples/shown-cases.ts';
import { withoutReference } from '../fixtures/missing-reference.ts';
import { replyToFault } from '../faults/reply-faults.ts';
import { judgeTraffic, type Problem, type Verdict } from './drift.ts';
import type { Har } from './har.ts';
import { parameterCases } from './parameter-cases.ts';
import { startProxy } from './proxy.ts';
import { splitTwins } from './twins.ts';
import { startRecorder } from './streaming-recorder.ts';

/** Those whose responses are recorded here. */
const shownDescriptions = descriptions.filter((one) => shownCases.some(({ document }) => document === one));

/** Those of a chart. */
const chartProperties = [
  'annotations',
  'condition',
  'dependencies',
  'dependencies[].alias',
  'dependencies[].condition',
  'dependencies[].enabled',
  'dependencies[].import-values',
  'dependencies[].import-values[].child',
  'dependencies[].import-values[].parent',
  'dependencies[].name',
  'dependencies[].repository',
  'dependencies[].tags',
  'dependencies[].version',
  'deprecated',
  'home',
  'icon',
  'keywords',
  'kubeVersion',
  'maintainers',
  'maintainers[].email',
  'maintainers[].name',
  'maintainers[].url',
  'sources',
  'tags',
];

/** Optional properties that no example has. The tests of their ecosystem cause them. */
const withoutExample: ReadonlySet<string> = new Set([
  'setPackument _rev',
  'replacePackument dist-tags',
  'searchPackages links.next',
  // Searches have no such link.
  'searchPackages links.prev',
  ...[
    'deprecated',
    'hasInstallScript',
    'dist.attestations',
    'dist.attestations.url',
    'dist.attestations.provenance',
    'dist.attestations.provenance.predicateType',
  ].map((property) => `getVersionManifest ${property}`),
  ...['project-status', 'project-status.status', 'project-status.reason', 'files[].provenance'].map(
    (property) => `getProject ${property}`,
  ),
  ...chartProperties.flatMap((property) => [`listChartVersions [].${property}`, `getChartVersion ${property}`]),
  ...['author', 'author.name', 'links.homepage', 'links.repository'].map(
    (property) => `listFoundPackages objects[].package.${property}`,
  ),
]);

let folder: string;
let records: string;
let examples: Examples;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'larder-drift-'));
  records = path.join(folder, 'records');
  await mkdir(records);
  examples = await startExamples((url, served) => {
    const record = path.join(records, `${served}.har`);
    if (served === 'impatient') return startRecorder(url, record);
    const parametersFor = (port: number): string[] => {
      return ['proxy', '--target', url, '--port', String(port), '--har', record];
    };
    return startProxy({ program: 'redocly', parametersFor });
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(shownCases.filter(({ status }) => status < 500))('it records $id $status $example', async (shown) => {
  const ask = () => examples.reply(shown);
  const isMissing = shown.id === 'showReference' && shown.problem === 'not-found';
  const reply = await (isMissing ? withoutReference(ask) : ask());
  expect(reply.status).toBe(shown.status);
  await reply.arrayBuffer();
});

test.each(shownCases.filter(({ status }) => status >= 500))('it records $id $status $example', async (shown) => {
  const reply = await replyToFault(examples, shown);
  await reply.arrayBuffer();
});

test.each(parameterCases)('it records $id with $parameter', async ({ shown, draftWith }) => {
  const reply = await examples.succeed(shown, draftWith);
  expect([200, 206, 303, 304]).toContain(reply.status);
  await reply.arrayBuffer();
});

describe('of the record', () => {
  const verdicts = new Map<string, Verdict>();
  beforeAll(async () => {
    // The proxies write it as they end.
    await examples[Symbol.asyncDispose]();
    const files = await readdir(records);
    const read = async (file: string) => JSON.parse(await readFile(path.join(records, file), 'utf8')) as Har;
    const entries = (await Promise.all(files.map(read))).flatMap(({ log }) => log.entries);
    for (const [part, traffic] of Object.entries(splitTwins({ documents: shownDescriptions, entries }))) {
      verdicts.set(part, await judgeTraffic(traffic, path.join(folder, part)));
    }
  });

  test.each(['others', 'twins'])('%s: it objects to nothing but requests that were rejected for it', (part) => {
    const problems = verdicts.get(part)?.problems;
    const meant = ({ target, status }: Problem): boolean => target === 'request' && status >= 400 && status < 500;
    // A range of a JSON document has its media type, but is described as bytes. The tool parses it as JSON.
    const isRange = ({ target, status, ruleId }: Problem): boolean =>
      target === 'response' && status === 206 && ruleId === 'schema-consistency';
    expect(problems?.filter((problem) => !meant(problem) && !isRange(problem))).toEqual([]);
  });

  test.each(['others', 'twins'])('%s: it has seen every operation, parameter, property and status', (part) => {
    const { missing = [], totals = {} } = verdicts.get(part) ?? {};
    expect(missing.filter(({ operationId, path: at }) => !withoutExample.has(`${operationId} ${at}`))).toEqual([]);
    const unseen = Object.values(totals).map(({ covered, total }) => total - covered);
    expect(unseen.reduce((sum, count) => sum + count, 0)).toBe(missing.length);
    expect(Object.keys(totals)).not.toEqual([]);
  });
});
