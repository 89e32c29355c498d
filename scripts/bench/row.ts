/** What a row of the table is: something to measure, and the lines that come out of it. */
import type { Sample } from './rounds.ts';
import type { Workspace } from './workspace.ts';

export interface Row {
  /** As in `--only`. */
  readonly id: string;
  readonly title: string;
  /** Programs without which it cannot be measured. */
  readonly needs: readonly Program[];
  /** What `--quick` makes smaller here, beside rounds and seconds; absent where nothing is. */
  readonly quickly?: string;
  measure(bench: Bench): Promise<readonly Line[]>;
}

export type Program = 'wrk' | 'nginx' | 'reprepro' | 'apt-ftparchive' | 'npm' | 'gzip';

/** What this system cannot tell; the message says what is missing. */
export class NotMeasurable extends Error {
  override readonly name = 'NotMeasurable';
}

/** How thoroughly to measure, and where. */
export interface Bench {
  readonly quick: boolean;
  readonly rounds: number;
  /** How long one load lasts. */
  readonly seconds: number;
  readonly workspace: Workspace;
  /** Says what is being done now. */
  progress(text: string): void;
}

/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly against: string;
  readonly unit: Unit;
  readonly ours: readonly Sample[];
  readonly theirs?: readonly Sample[];
  readonly target?: Target;
  /** Judged by its worst round, not by the middle one. */
  readonly worst?: boolean;
  /** What a reader must know to read the figure right. */
  readonly note?: string;
}

/** Rates are better when they are larger, everything else when it is smaller. */
export type Unit = 'requests/s' | 'MiB/s' | 'packages/s' | 's' | 'ms' | 'MB';

/** Bounds for the ratio: at least so many times as good. Or bounds for our own figure, which must stay below. */
export type Target =
  | { readonly of: 'ratio'; readonly least?: number; readonly aim?: number }
  /** How many times as long as the other side it may take. */
  | { readonly of: 'slowdown'; readonly least?: number; readonly aim?: number }
  | { readonly of: 'ours'; readonly least?: number; readonly aim?: number };
