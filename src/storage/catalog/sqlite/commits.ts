/** The number of commits of this process, to any file. */
let count = 0;

export function noteCommit(): void {
  count += 1;
}

/** Increased by every commit. */
export function commitsSoFar(): number {
  return count;
}
