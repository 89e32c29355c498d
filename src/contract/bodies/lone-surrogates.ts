/**
 * Finds lone surrogates in JSON. Escapes can encode them, but UTF-8, and so a database, cannot (RFC 8259, section 8.2).
 */
import type { InvalidPlace } from '../replies/problems.ts';

/** A value in the body, with the steps on the way to it. */
interface Branch {
  readonly value: unknown;
  readonly step: string;
  readonly parent: Branch | undefined;
}

/**
 * Returns the first location in a parsed JSON body with a lone surrogate in a text or in the name of a member;
 * undefined if there is none. `place` is the location of the value. Not recursive, because values can be nested deeply.
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

/** The maximum length of a location in the description. Longer ones are cut at their beginning. */
const longestPath = 1000;

/** Returns the location as a text: the location of the body, and the names and indexes. */
function placeOf(branch: Branch, place: string): string {
  const steps: string[] = [];
  let length = 0;
  for (let at = branch; at.parent?.parent !== undefined && length < longestPath; at = at.parent) {
    steps.push(at.step);
    length += at.step.length + 1;
  }
  return [place, ...steps.toReversed()].join('.').slice(0, longestPath).toWellFormed();
}
