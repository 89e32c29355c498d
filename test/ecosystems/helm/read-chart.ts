/** Reads charts like the server does, without one. */
import { read } from '../../../src/ecosystems/helm/read.ts';
import type { LocalFile, Release } from '../../../src/registry/ecosystem.ts';
import { buildChart, type ChartRecipe } from '../../fixtures/chart.ts';
import { withIncoming } from '../../fixtures/local-file.ts';

/** Reads files that were sent together. */
export async function readFiles(
  [first, ...others]: readonly Uint8Array[],
  before: readonly LocalFile[] = [],
): Promise<Release> {
  if (first === undefined) throw new Error('There is at least one file.');
  return await withIncoming(first, async ({ files, ...more }) => {
    const all = [...before, ...files];
    return others.length === 0 ? read({ ...more, files: all }) : readFiles(others, all);
  });
}

export async function readChart(recipe: ChartRecipe = {}): Promise<Release> {
  return await readFiles([await buildChart(recipe)]);
}

/** Returns the entry of a release in the index. */
export function entryOf({ entries: [entry] }: Release): Readonly<Record<string, unknown>> {
  // The reader writes a JSON object.
  return JSON.parse(entry?.text ?? '{}') as Record<string, unknown>;
}
