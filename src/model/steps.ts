/**
 * The steps of a request, for the debug log. Steps are reported inside `traceSteps` only; elsewhere, a step only reads the
 * async context.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export type StepName =
  'route' | 'caller' | 'found' | 'body' | 'staged' | 'read' | 'revision' | 'committed' | 'rendered' | 'operation';

export interface Step {
  readonly name: StepName;
  readonly milliseconds: number;
  /** Describes the result, without secrets. `failed` has the code or the name of the error. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Called after each step. Some steps are parts of others. Must not throw. */
export type Trace = (step: Step) => void;

/** Called only inside `traceSteps`. Must not throw. */
type FactsOf<Result> = (result: Result) => Step['facts'];

const traces = new AsyncLocalStorage<Trace>();

/** Calls `run`, and `trace` after each step in it, also in asynchronous work that it starts. */
export function traceSteps<Result>(trace: Trace, run: () => Result): Result {
  return traces.run(trace, run);
}

/** Returns the result of `run`, and reports it as a step. */
export function step<Result>(
  name: StepName,
  run: () => Promise<Result>,
  factsOf: FactsOf<Result> = () => ({}),
): Promise<Result> {
  const trace = traces.getStore();
  return trace === undefined ? run() : timed(trace, name, run, factsOf);
}

/** Like `step`, for synchronous work. */
export function stepNow<Result>(name: StepName, run: () => Result, factsOf: FactsOf<Result> = () => ({})): Result {
  const trace = traces.getStore();
  if (trace === undefined) return run();
  const report = startTimer(trace, name);
  let result;
  try {
    result = run();
  } catch (error) {
    report({ failed: nameOf(error) });
    throw error;
  }
  report(factsOf(result));
  return result;
}

async function timed<Result>(
  trace: Trace,
  name: StepName,
  run: () => Promise<Result>,
  factsOf: FactsOf<Result>,
): Promise<Result> {
  const report = startTimer(trace, name);
  let result;
  try {
    result = await run();
  } catch (error) {
    report({ failed: nameOf(error) });
    throw error;
  }
  report(factsOf(result));
  return result;
}

/** Returns a function that reports the step with the time since this call. */
function startTimer(trace: Trace, name: StepName): (facts: Step['facts']) => void {
  const begin = performance.now();
  return (facts) => trace({ name, milliseconds: performance.now() - begin, facts });
}

/** Returns the code of an error, or its name. Its message may quote the request. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? String(error.code) : error.name;
}
