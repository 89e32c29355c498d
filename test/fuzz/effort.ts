/** How long properties run: briefly and always alike in `npm test`, longer and by chance in `npm run fuzz`. */
import type * as fc from 'fast-check';

/** A failure shows a seed and a path; given back here, they run the failing input again. */
const { LARDER_FUZZ_SECONDS: seconds, LARDER_FUZZ_SEED: seed, LARDER_FUZZ_PATH: path } = process.env;

export const isLong = seconds !== undefined;

/** The duration of a property-based test, in milliseconds. */
export const timeout = 240_000 + Number(seconds ?? 0) * 1000;

/** The parameters of one of `count` properties of a test. */
export function effort(brief: { readonly seed: number; readonly numRuns: number }, count = 1): fc.Parameters<unknown> {
  if (path !== undefined) return { seed: Number(seed), path, endOnFailure: true };
  if (!isLong) return brief;
  const interruptAfterTimeLimit = (Number(seconds) * 1000) / count;
  const endless = { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit };
  return seed === undefined ? endless : { ...endless, seed: Number(seed) };
}
