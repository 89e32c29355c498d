/** The records that a client expects: the registries it created, with their packages and tokens. */
import type { LarderClient, PackageStanding } from '../../src/client/index.ts';
import type { EcosystemId } from '../../src/model/values.ts';

/** The registries, in no order. */
export interface Model {
  readonly registries: ModelRegistry[];
}

export interface ModelRegistry {
  readonly slug: string;
  readonly ecosystem: EcosystemId;
  /** The oldest first. */
  readonly packages: ModelPackage[];
  readonly tokens: ModelToken[];
}

export interface ModelPackage {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly standing: PackageStanding;
  readonly notice: string | null;
  /** In the order of their characters. */
  readonly tags: readonly string[];
}

export interface ModelToken {
  readonly id: string;
  readonly secret: string;
}

/** The server, as the sequences of one world see it. */
export interface Real {
  readonly url: string;
  readonly owner: LarderClient;
}

/** The one of these that a number from anywhere picks; undefined when there are none. */
export function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % items.length];
}
