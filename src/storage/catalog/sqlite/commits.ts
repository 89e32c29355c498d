/** What this process has committed, to whichever file. */
let count = 0;

export function noteCommit(): void {
  count += 1;
}

/** Grows with every commit. */
export function commitsSoFar(): number {
  return count;
}
