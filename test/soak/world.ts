/** What the clients of the soak share: the server, what it must have, and what went wrong. */
import type { Api } from '../torture/api.ts';
import type { Chance } from '../torture/chance.ts';

/** The registries by their ecosystem: two of each, so that there is something to copy to. */
export const registries = {
  files: ['files-one', 'files-two'],
  debian: ['debs-one', 'debs-two'],
  python: ['python-one', 'python-two'],
} as const;

export type Ecosystem = keyof typeof registries;

/** A package that the server must have, and that no other client changes while one uses it. */
export interface Kept {
  readonly ecosystem: Ecosystem;
  readonly registry: string;
  readonly id: string;
  readonly version: string;
  readonly fileName: string;
  readonly sha256: string;
}

export interface World {
  /** The base URL of the server. */
  readonly url: string;
  readonly api: Api;
  readonly chance: Chance;
  /** Gives each package a number of its own. */
  readonly nextNumber: () => number;
  /** The packages that no client uses at the moment. A client takes one out to use it. */
  readonly kept: Kept[];
  /** How often each kind of work was done. */
  readonly counts: Map<string, number>;
}

/** Thrown if the server does what it must not do. */
export class WrongReply extends Error {
  override readonly name = 'WrongAnswer';
}

export function expectThat(isRight: boolean, message: () => string): asserts isRight {
  if (!isRight) throw new WrongReply(message());
}

/** Takes a package out of those that are kept; undefined if there is none. */
export function takeOne({ kept, chance }: World): Kept | undefined {
  const [one] = kept.splice(chance.whole(0, Math.max(0, kept.length - 1)), 1);
  return one;
}
