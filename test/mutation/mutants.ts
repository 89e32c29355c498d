/**
 * All mutants of the contract: every small change at every place of every description, so that new operations are
 * covered automatically.
 */
import type { OpenApiDocument } from '../../src/contract/description.ts';
import { changesAt, type Change } from './changes.ts';
import { nodeAt, placesOf, type Place } from './places.ts';

export interface ContractMutant {
  readonly kind: string;
  /** The place, and the change. */
  readonly title: string;
  /** The mutated bundles by name; the others are as they were. */
  readonly bundles: ReadonlyMap<string, OpenApiDocument>;
}

/** A component that several descriptions share is written once, so it is changed in all of them. */
export function mutantsOf(bundles: ReadonlyMap<string, OpenApiDocument>): ContractMutant[] {
  const all = [...bundles].flatMap(([bundle, document]) => placesOf(document).map((place) => ({ bundle, place })));
  const shared = Map.groupBy(all, ({ bundle, place }) => sourceOf(bundle, place));
  return [...shared.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const names = alike.map(({ bundle }) => bundle);
    return changesAt(first.place).map((change) => mutant(bundles, names, first.place, change));
  });
}

/** A key that distinguishes places in different files. */
function sourceOf(bundle: string, { at, node }: Place): string {
  const isComponent = at[0] === 'components';
  return isComponent ? `${at.join('/')} ${JSON.stringify(node)}` : `${bundle} ${at.join('/')}`;
}

function mutant(
  bundles: ReadonlyMap<string, OpenApiDocument>,
  names: readonly string[],
  { at }: Place,
  { kind, what, apply }: Change,
): ContractMutant {
  const changed = (name: string): OpenApiDocument => {
    const copy = structuredClone(bundles.get(name));
    if (!copy) throw new Error(`There is no bundle ${name}.`);
    apply(nodeAt(copy, at));
    return copy;
  };
  return {
    kind,
    title: `${names[0]} ${titleOf(at)}: ${what}`,
    // Created on demand, because all together would fill the memory.
    get bundles() {
      return new Map(names.map((name) => [name, changed(name)]));
    },
  };
}

/** With the operation's path as one readable step. */
function titleOf(at: readonly string[]): string {
  return at.map((step) => (step.startsWith('/') ? `[${step}]` : step)).join(' ');
}
