/** Loads several servers with the same request, in alternating order. */
import { get } from './get.ts';
import { load } from './load.ts';
import type { Server } from './processes.ts';
import { inRounds, type Sample } from './rounds.ts';
import type { Bench, Line, Target } from './row.ts';

interface Side {
  readonly server: Server;
  readonly path: string;
  /** Sent to this side only, such as its own ETag. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Comparison {
  readonly what: string;
  /** Sent to all sides. */
  readonly headers: Readonly<Record<string, string>>;
  readonly connections?: number;
  readonly unit?: 'requests/s' | 'MiB/s';
  readonly ours: Side;
  readonly peers: readonly (Side & { readonly against: string; readonly target?: Target })[];
  /** Whether the responses differ, such as those from different registries. */
  readonly differs?: boolean;
}

/** Returns a line for each peer. Throws if a peer does not return the same bytes as our server, unless they differ. */
export async function compareRequests(bench: Bench, comparison: Comparison): Promise<Line[]> {
  const { rounds, seconds, workspace } = bench;
  const { what, headers, connections = 32, unit = 'requests/s', ours, peers, differs = false } = comparison;
  const loadFor = (side: Side, duration: number): Promise<Sample> =>
    load(workspace, { ...side, headers: { ...headers, ...side.headers }, connections, unit, seconds: duration });
  bench.progress(what);
  const expected = differs ? undefined : await get(ours.server.url + ours.path, headers);
  for (const peer of peers) {
    if (expected === undefined) break;
    const body = await get(peer.server.url + peer.path, headers);
    if (body.equals(expected)) continue;
    const [seen, wanted] = [body, expected].map((bytes) => bytes.toString('utf8', 0, 1500));
    throw new Error(`${peer.against} does not return the same bytes:\n${seen}\ninstead of\n${wanted}`);
  }
  const sides = [ours, ...peers];
  for (const side of sides) await loadFor(side, Math.min(1, seconds));
  const [own = [], ...others] = await inRounds(
    rounds,
    sides.map((side) => () => loadFor(side, seconds)),
  );
  return peers.map(({ against, target }, at) => ({
    what,
    against,
    unit,
    ours: own,
    theirs: others[at] ?? [],
    ...(target && { target }),
  }));
}
