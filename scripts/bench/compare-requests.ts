/** The same request at several servers, in turn, until each has had its rounds. */
import { load } from './load.ts';
import type { Server } from './processes.ts';
import { inRounds, type Sample } from './rounds.ts';
import type { Bench } from './row.ts';
import { verified } from './verify.ts';

export interface Asked {
  readonly server: Server;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** 32 when absent. */
  readonly connections?: number;
  readonly counted?: 'requests' | 'MiB';
}

/**
 * First sees that all answer the same bytes, `expected` if those are known, and warms them up. Where the answers must
 * be different, the caller has to look at them.
 */
export async function compareRequests<Name extends string>(
  { workspace, rounds, seconds }: Bench,
  asked: Readonly<Record<Name, Asked>>,
  expected?: Uint8Array | 'different',
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
  // The keys of an object that has just these keys.
  const entries = Object.entries(asked) as [Name, Asked][];
  let right = expected === 'different' ? undefined : expected;
  for (const [, { server, path, headers }] of entries) {
    const seen = await verified(server.url + path, headers, right);
    if (expected !== 'different') right = seen;
  }
  const side = ({ server, path, headers, connections = 32, counted = 'requests' }: Asked, duration: number) =>
    load(workspace, { url: server.url + path, headers, connections, counted, seconds: duration, pid: server.pid });
  for (const [, one] of entries) await side(one, Math.min(1, seconds));
  const sides = Object.fromEntries(entries.map(([name, one]) => [name, () => side(one, seconds)]));
  return inRounds<Name>(rounds, sides as Record<Name, () => Promise<Sample>>);
}
