/**
 * `npm run test:schemathesis -- [--minutes N]`: runs all checks of Schemathesis, a third-party tool, in all of its
 * phases on a server and its descriptions. The last line has the counts.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEvents, type Failure, type Findings } from './events.ts';
import { limits, unreachable } from './limits.ts';
import { runsFor, type Run } from './runs.ts';
import { installSchemathesis } from './tool.ts';
import { startWorld } from './world.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '2' } } });
const seconds = Number(values.minutes) * 60;
// In less time, some operations are not called often enough to succeed.
if (!(seconds >= 60)) throw new Error(`--minutes takes a number from 1 on, not "${values.minutes}".`);

const generated = path.resolve(import.meta.dirname, '../../generated');
const { command, environment } = await installSchemathesis();
await using world = await startWorld();
const folder = await mkdtemp(path.join(os.tmpdir(), 'larder-schemathesis-'));

const succeeded = new Set<string>();
const unreached = new Set<string>();
let passed = 0;
let failed = 0;
const runs = runsFor(world);
for (const run of runs) await judge(run, 1);
// On a busy machine, some operations are called too seldom in that time.
for (const longer of [2, 4, 8])
  for (const run of runs) if ((await unreachedOf(run)).length > 0) await judge(run, longer);
for (const run of runs) for (const label of await unreachedOf(run)) unreached.add(label);
for (const label of unreached) fail(`${label}: no request succeeded.`);
await rm(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** `longer` is how many times as much time as its share the run gets. */
async function judge(run: Run, longer: number): Promise<void> {
  const findings = await execute(run, longer);
  for (const label of findings.succeeded) succeeded.add(label);
  report(run, await labelsOf(run.bundle), findings);
}

/** Returns the operations that no request succeeded at so far, although one could. */
async function unreachedOf({ bundle }: Run): Promise<readonly string[]> {
  return (await labelsOf(bundle)).filter((label) => !succeeded.has(label) && unreachable[label] === undefined);
}

async function execute({ bundle, phases, share, config }: Run, longer: number): Promise<Findings> {
  const configFile = path.join(folder, 'schemathesis.toml');
  const events = path.join(folder, 'events.ndjson');
  await writeFile(configFile, config);
  await writeFile(events, '');
  const child = spawn(
    command,
    ['--config-file', configFile, '--no-color', 'run', path.join(generated, bundle), '--url', world.url].concat(
      ['--phases', phases.join(','), '--max-time', String(Math.max(1, Math.round(seconds * share * longer)))],
      ['--report', 'ndjson', '--report-ndjson-path', events],
    ),
    { cwd: folder, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  const findings = await readEvents(events);
  if (!findings.complete) console.log(output);
  return findings;
}

async function labelsOf(bundle: string): Promise<readonly string[]> {
  const { paths } = JSON.parse(await readFile(path.join(generated, bundle), 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  };
  return Object.entries(paths).flatMap(([route, item]) =>
    Object.entries(item)
      .filter(([, operation]) => 'operationId' in operation)
      .map(([method]) => `${method.toUpperCase()} ${route}`),
  );
}

function report(
  { name, phases }: Run,
  labels: readonly string[],
  { complete, requests, failures, errors }: Findings,
): void {
  const ignored = limits.map(() => 0);
  const real = new Map<string, Failure>();
  for (const failure of failures) {
    const limit = limits.findIndex(({ covers }) => covers(failure));
    if (limit >= 0) ignored[limit] = (ignored[limit] ?? 0) + 1;
    // The first of a kind tells enough.
    else if (!real.has(`${failure.check} ${failure.label} ${failure.status}`))
      real.set(`${failure.check} ${failure.label} ${failure.status}`, failure);
  }
  const bad = new Set([...real.values()].map(({ label }) => label));
  console.log(`${name} (${phases.join(', ')}): ${labels.length} operations, ${requests} requests`);
  for (const [index, { reason }] of limits.entries())
    if (ignored[index]) console.log(`  ignored ${ignored[index]} times: ${reason}`);
  passed += labels.filter((label) => !bad.has(label)).length;
  for (const { check, label, message, method, uri, status, sent, received } of real.values())
    fail(
      `${check}: ${label}: ${message}\n    ${method} ${uri}\n    sent: ${sent.slice(0, 1000)}\n    received: ${status} ${received.slice(0, 1000)}`,
    );
  for (const error of errors) fail(`Schemathesis failed: ${error}`);
  if (!complete) fail('Schemathesis ended before its time.');
}

function fail(message: string): void {
  failed += 1;
  console.log(`  ✗ ${message}`);
}
