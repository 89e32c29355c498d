/**
 * `npm run fuzz -- --minutes N [--seed S] [--only valid|broken|stateful|raw] [--operation ID]`: asks a server of its own
 * whatever the contract allows, and whatever it does not, and sees whether it answers as described. Exits with 1 when
 * it finds something, and says how to see it again.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzz, kinds, type Finding, type Progress } from './runner.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    only: { type: 'string' },
    operation: { type: 'string' },
    path: { type: 'string' },
    commands: { type: 'string' },
  },
});
const only = kinds.find((kind) => kind === values.only);
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (values.only !== undefined && only === undefined)
  throw new Error(`--only is ${values.only}; use one of ${kinds.join(', ')}.`);
if (!(minutes > 0)) throw new Error(`--minutes is ${values.minutes}; it must be a number above 0.`);
if (!Number.isSafeInteger(seed)) throw new Error(`--seed is ${values.seed}; it must be a whole number.`);

// A server that dies of a request is the worst of findings; it runs in this process.
process.on('uncaughtException', (error) => {
  console.error(`The server died, with seed ${seed}:`, error);
  process.exit(1);
});

console.log(`Seed ${seed}, for ${minutes} minutes`);
const every = 5;
let next = every;
let last: Progress | undefined;
let found = 0;

const findings = await fuzz({
  seed,
  minutes,
  only,
  operation: values.operation,
  replay: values.path === undefined ? undefined : { path: values.path, commands: values.commands },
  report: (progress, finding) => {
    last = progress;
    if (finding) tell(finding);
    if (finding) found += 1;
    if (progress.seconds < next) return;
    next = progress.seconds + every;
    const all = Object.values(progress.requests).reduce((sum, one) => sum + one, 0);
    const rate = Math.round((all / progress.seconds) * 60);
    console.log(`${Math.round(progress.seconds)} s: ${all} requests, ${rate} a minute; ${found} findings`);
  },
});

for (const kind of kinds) {
  const [requests, seconds] = [last?.requests[kind] ?? 0, last?.secondsOf[kind] ?? 0];
  if (requests > 0) console.log(`${kind}: ${requests} requests, ${Math.round((requests / seconds) * 60)} a minute`);
}
console.log(findings.length === 0 ? 'Nothing was found.' : `${findings.length} findings, see above.`);
// Connections that clients keep would keep the process.
process.exit(findings.length === 0 ? 0 : 1);

function tell({ kind, operation, seed: at, path, commands, input, error }: Finding): void {
  const how = [
    `--only ${kind}`,
    ...(operation === undefined ? [] : [`--operation ${operation}`]),
    `--seed ${at} --path '${path}'`,
    ...(commands === undefined ? [] : [`--commands '${commands}'`]),
  ];
  console.error(`\nFound by ${kind}${operation === undefined ? '' : ` of ${operation}`}, seed ${at}, path ${path}`);
  console.error(`${error}\nThe smallest input: ${input}\nAgain: npm run fuzz -- ${how.join(' ')}\n`);
}
