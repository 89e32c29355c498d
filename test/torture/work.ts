/** The work of clients: the model that they share, and the servers that they use until these are killed. */
import type { Change } from '../../src/model/changes.ts';
import { textOf, type Answer, type Api } from './api.ts';
import type { Chance } from './chance.ts';
import type { Held } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { Outbox } from './outbox.ts';
import type { Removals } from './removals.ts';
import { touch, type Known, type Shelf } from './shelf.ts';
import type { Tags } from './tags.ts';
import type { Uploads } from './uploads.ts';

/** What clients know after all requests so far. */
export interface Model {
  readonly shelf: Shelf;
  readonly tags: Tags;
  readonly uploads: Uploads;
  readonly ledger: Ledger;
  readonly removals: Removals;
  /** The documents that clients have, which name others by their digests. */
  readonly held: Map<string, Held>;
}

/** A server that may be killed. */
export interface Target {
  readonly api: Api;
  /** True before it is killed: from then on, a missing response is expected. */
  isKilled(): boolean;
}

/** What the rounds must reach. */
export const counted = ['expired', 'resumed', 'claimed', 'tagged', 'read', 'pushed', 'related', 'unpublished'] as const;

export type Counted = (typeof counted)[number];

export interface Work extends Model {
  readonly targets: readonly Target[];
  readonly outbox: Outbox;
  readonly chance: Chance;
  /** Gives each package a number of its own, in all rounds. */
  readonly nextNumber: () => number;
  /** How long the servers let an upload be used after its last request, in milliseconds. */
  readonly uploadLifetime: number;
  /** Called after each change with a response. */
  readonly replied: () => void;
  readonly count: (what: Counted) => void;
}

/** The work of one client at one server. */
export interface Turn extends Work {
  readonly target: Target;
  readonly api: Api;
}

/** Notes a request that may change a package. Returns a function that must be called after its response. */
export function beginDeed(
  { ledger, outbox }: Work,
  known: Known,
  kind: Change['kind'],
  detail: string,
): ReturnType<Ledger['begin']> {
  touch(known);
  const { registry, version: subject } = known;
  return ledger.begin({ kind, registry, subject, detail }, outbox.seen(registry));
}

/** Called if there is no response. Returns false. */
export function gone({ target }: Turn): false {
  if (!target.isKilled()) throw new Error('The server did not answer, although it was not killed.');
  return false;
}

export function expectStatus(reply: Answer, ...statuses: readonly number[]): number {
  if (statuses.includes(reply.status)) return reply.status;
  throw new Error(`${statuses.join(' or ')} was expected, but the answer is ${reply.status}: ${textOf(reply)}`);
}
