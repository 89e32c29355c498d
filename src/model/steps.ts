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
  const begin = performance.now();
  try {
    const result = run();
    trace({ name, milliseconds: performance.now() - begin, facts: factsOf(result) });
    return result;
  } catch (error) {
    trace({ name, milliseconds: performance.now() - begin, facts: { failed: nameOf(error) } });
    throw error;
  }
}

async function timed<Result>(
  trace: Trace,
  name: StepName,
  run: () => Promise<Result>,
  factsOf: FactsOf<Result>,
): Promise<Result> {
  const begin = performance.now();
  try {
    const result = await run();
    trace({ name, milliseconds: performance.now() - begin, facts: factsOf(result) });
    return result;
  } catch (error) {
    trace({ name, milliseconds: performance.now() - begin, facts: { failed: nameOf(error) } });
    throw error;
  }
}

/** Not the message, which may quote the request. */
function nameOf(error: unknown): string {
  const { code, name } = error as Partial<NodeJS.ErrnoException>;
  return String(code ?? name);
}
