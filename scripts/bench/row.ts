/** The types of the bench: a row of `--only` measures something and returns lines for the table. */
import type { Options } from './options.ts';
import type { Sample } from './rounds.ts';
import type { Workspace } from './workspace.ts';

export interface Row {
  readonly id: string;
  readonly title: string;
  /** The programs that must be installed, or folders that must exist, such as `/proc`. */
  readonly needs: readonly string[];
  readonly measure: (bench: Bench) => Promise<readonly Line[]>;
}

export interface Bench extends Pick<Options, 'quick' | 'rounds' | 'seconds'> {
  readonly workspace: Workspace;
  /** Prints the current step. */
  readonly progress: (text: string) => void;
}

export interface Line {
  readonly what: string;
  /** The peer; empty if there is none. */
  readonly against: string;
  readonly unit: Unit;
  /** One sample for each round. */
  readonly ours: readonly Sample[];
  readonly theirs: readonly Sample[];
  readonly target?: Target;
  /** Whether the worst round counts instead of the median. */
  readonly worst?: boolean;
}

/** Higher rates are better; all other quantities are better if they are lower. */
export type Unit = 'requests/s' | 'MiB/s' | 'packages/s' | 's' | 'ms' | 'MB' | 'rows' | 'renderings';

export interface Target {
  /**
   * The compared figure. `ratio`: how many times as good as the peer, at least. `slowdown`: how many times as slow as
   * the peer, at most. `ours`: our figure, at most.
   */
  readonly of: 'ratio' | 'slowdown' | 'ours';
  readonly required?: number;
  readonly aim?: number;
}
