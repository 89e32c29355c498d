/** Finds lone surrogates in JSON: an escape can write them, but no UTF-8 and so no database (RFC 8259, section 8.2). */
import type { InvalidPlace } from '../replies/problems.ts';

/** A value in the body, with the steps that lead to it. */
interface Branch {
  readonly value: unknown;
  readonly step: string;
  readonly parent: Branch | undefined;
}

/**
 * Returns the first place in a parsed JSON body with a lone surrogate in its text or in the name of a member; undefined if
 * there is none. `place` is where the value stands. Not recursive, since values can be nested as deep as a body is long.
 */
export function loneSurrogateIn(body: unknown, place = 'body'): InvalidPlace | undefined {
  const branches: Branch[] = [{ value: [body], step: '', parent: undefined }];
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
    for (const [step, value] of Object.entries(branch.value as object) as [string, unknown][]) {
      if (!step.isWellFormed()) return { path: placeOf(branch, place), message: `has a member whose name ${reason}` };
      const isBroken = typeof value === 'string' && !value.isWellFormed();
      if (isBroken) return { path: placeOf({ value, step, parent: branch }, place), message: reason };
      if (typeof value === 'object' && value !== null) branches.push({ value, step, parent: branch });
    }
  }
  return undefined;
}

const reason = String.raw`has half of a surrogate pair, such as \ud800, which is not a character`;

/** As the description bounds a place; deeper ones keep their end. */
const longestPath = 1000;

/** Returns the place of the body, and the names and indexes that lead to the place. */
function placeOf(branch: Branch, place: string): string {
  const steps: string[] = [];
  let length = 0;
  for (let at = branch; at.parent?.parent !== undefined && length < longestPath; at = at.parent) {
    steps.push(at.step);
    length += at.step.length + 1;
  }
  return [place, ...steps.toReversed()].join('.').slice(0, longestPath).toWellFormed();
}
