/** Runs the properties in rounds until the time is over, each round on a server of its own, and reports what it finds. */
import * as fc from 'fast-check';
import { startOwnServer } from './own-server.ts';
import { brokenProperty, rawProperty, validProperty } from './properties.ts';
import { sequenceProperty } from './sequences.ts';
import { subjects } from './subjects.ts';
import { createWorld, type World } from './world.ts';

export const kinds = ['valid', 'broken', 'stateful', 'raw'] as const;

export type Kind = (typeof kinds)[number];

export interface FuzzOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly only: Kind | undefined;
  /** The only operation whose requests are made. */
  readonly operation: string | undefined;
  /** What a finding said: it alone is tried, once. */
  readonly replay: { readonly path: string; readonly commands: string | undefined } | undefined;
  /** Hears of every finding at once, and of the progress after each property. */
  readonly report: (progress: Progress, finding?: Finding) => void;
}

export interface Progress {
  readonly seconds: number;
  /** Since the start, by kind. */
  readonly requests: Readonly<Record<Kind, number>>;
  /** In which they were made. */
  readonly secondsOf: Readonly<Record<Kind, number>>;
}

export interface Finding {
  readonly kind: Kind;
  readonly operation: string | undefined;
  readonly seed: number;
  readonly path: string;
  readonly commands: string | undefined;
  /** The smallest input that was found to fail. */
  readonly input: string;
  readonly error: string;
}

interface Task {
  readonly kind: Kind;
  readonly operation: string | undefined;
  readonly runs: number;
  readonly property: (world: World) => fc.IRawProperty<unknown>;
}

/** What was found; one finding ends the runs of its property, for the same would be found again. */
export async function fuzz(options: FuzzOptions): Promise<Finding[]> {
  const { seed, minutes, replay, report } = options;
  const begun = performance.now();
  const findings: Finding[] = [];
  const requests = { valid: 0, broken: 0, stateful: 0, raw: 0 };
  const secondsOf = { valid: 0, broken: 0, stateful: 0, raw: 0 };
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const count = (): void => void (requests.stateful += 1);
  let tasks = tasksOf(options, count);
  if (tasks.length === 0) throw new Error('There is no such operation, or it has no such property.');
  // A replay is one run, however long it takes.
  const isOver = (): boolean => !replay && elapsed() > minutes * 60;
  const lastRound = replay ? 0 : Infinity;
  for (let round = 0; round <= lastRound && tasks.length > 0 && !isOver(); round += 1) {
    await using server = await startOwnServer();
    using world = createWorld(server);
    for (const task of tasks) {
      if (isOver()) break;
      const [from, before, brokenBefore] = [world.count(), elapsed(), server.violations()];
      const parameters = replay
        ? { seed, path: replay.path, endOnFailure: true }
        : { seed: seed + round, numRuns: task.runs };
      const run = await fc.check(task.property(world), parameters);
      if (task.kind === 'raw') requests.raw += run.numRuns;
      requests[task.kind] += world.count() - from;
      secondsOf[task.kind] += elapsed() - before;
      const finding = findingOf(task, run, server.violations() - brokenBefore);
      if (finding) findings.push(finding);
      if (finding) tasks = tasks.filter((one) => one !== task);
      report({ seconds: elapsed(), requests, secondsOf }, finding);
    }
  }
  return findings;
}

function tasksOf({ only, operation, replay }: FuzzOptions, count: () => void): Task[] {
  const ofOperations = subjects
    .filter(({ id }) => operation === undefined || id === operation)
    .flatMap((subject): Task[] => [
      { kind: 'valid', operation: subject.id, runs: 30, property: (world) => validProperty(world, subject) },
      { kind: 'broken', operation: subject.id, runs: 30, property: (world) => brokenProperty(world, subject) },
    ]);
  const sequences = (world: World): fc.IRawProperty<unknown> => sequenceProperty(world.target, count, replay?.commands);
  const ofTheServer: Task[] = [
    { kind: 'stateful', operation: undefined, runs: 30, property: sequences },
    { kind: 'raw', operation: undefined, runs: 1000, property: rawProperty },
  ];
  const all = operation === undefined ? [...ofOperations, ...ofTheServer] : ofOperations;
  return all.filter(({ kind }) => only === undefined || kind === only);
}

function findingOf({ kind, operation }: Task, run: fc.RunDetails<unknown>, violations: number): Finding | undefined {
  if (!run.failed && violations === 0) return undefined;
  const input = run.counterexample === null ? '' : fc.stringify(run.counterexample);
  return {
    kind,
    operation,
    seed: run.seed,
    path: run.counterexamplePath ?? '0',
    commands: /replayPath=\\?"([^"\\]+)/.exec(input)?.[1],
    input,
    error:
      run.errorInstance instanceof Error
        ? `${run.errorInstance.name}: ${run.errorInstance.message}`
        : `${violations} answers broke the contract`,
  };
}
