/** Files of a recipe that are changed in a few places. */
import * as fc from 'fast-check';
import type { Recipe, SampleFile } from '../ecosystems/recipe.ts';
import { apply, change, type Change } from './changes.ts';
import { build, peel, type Layer } from './layers.ts';
import { repairs } from './repairs.ts';

export interface ChangedFile extends SampleFile {
  /** The number of the package, and the changes of its first file. */
  readonly origin: { readonly number: number; readonly changes: readonly Change[] };
}

const NUMBERS = 40;

/** Returns files that are made from the first files of the recipe's packages, and have their names. */
export async function hostileFiles(recipe: Recipe): Promise<fc.Arbitrary<ChangedFile>> {
  const packages = await Promise.all(Array.from({ length: NUMBERS }, (_, number) => recipe.build(number)));
  const layered = packages.map(({ files: [main] }) => ({ name: main.name, layer: peel(Buffer.from(main.bytes)) }));
  const repair = repairs[recipe.ecosystem] ?? ((layer: Layer): Layer => layer);
  return fc
    .record({ number: fc.nat(NUMBERS - 1), changes: fc.array(change, { minLength: 1, maxLength: 3 }) })
    .map((origin) => {
      const { name, layer } = layered[origin.number] ?? { name: '', layer: peel(Buffer.alloc(0)) };
      return { name, bytes: Uint8Array.from(build(repair(origin.changes.reduce(apply, layer)))), origin };
    });
}
