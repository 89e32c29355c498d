/** Files of all kinds of an ecosystem that are changed in a few places. */
import * as fc from 'fast-check';
import type { Recipe, SampleFile } from '../ecosystems/recipe.ts';
import { apply, change, type Change } from './changes.ts';
import { kindsOf, type Sample } from './kinds.ts';
import { build, peel, type Layer } from './layers.ts';
import { repairs } from './repairs.ts';

export interface ChangedFile extends SampleFile {
  /** The kind and the number of the package, and the changes of its first file. */
  readonly origin: { readonly kind: string; readonly number: number; readonly changes: readonly Change[] };
  /** Unchanged files that lists need beside it. */
  readonly companions: readonly SampleFile[];
}

const NUMBERS = 40;

interface Layered extends Sample {
  readonly kind: string;
  readonly number: number;
  readonly layer: Layer;
}

/** Returns files that are made from the first files of the packages of all kinds, and have their names. */
export async function hostileFiles(recipe: Recipe): Promise<fc.Arbitrary<ChangedFile>> {
  const layered: (readonly Layered[])[] = [];
  for (const { title: kind, build: sampleOf } of kindsOf(recipe)) {
    const samples = await Promise.all(Array.from({ length: NUMBERS }, (_, number) => sampleOf(number)));
    layered.push(
      samples.map((sample, number) => ({ ...sample, kind, number, layer: peel(Buffer.from(sample.file.bytes)) })),
    );
  }
  const repair = repairs[recipe.ecosystem] ?? ((layer: Layer): Layer => layer);
  // Each kind is as frequent as the others, and fails with the smallest number.
  const sample = fc.oneof(...layered.map((ofKind) => fc.constantFrom(...ofKind)));
  return fc
    .record({ sample, changes: fc.array(change, { minLength: 1, maxLength: 3 }) })
    .map(({ sample: { kind, number, file, layer, companionsOf }, changes }) => {
      const changed = { name: file.name, bytes: Uint8Array.from(build(repair(changes.reduce(apply, layer)))) };
      return { ...changed, origin: { kind, number, changes }, companions: companionsOf(changed) };
    });
}
