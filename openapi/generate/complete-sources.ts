/** The changes that `npm run generate` makes in `openapi/`, so that its files are complete for every tool. */
import path from 'node:path';
import { mergeExampleSets } from './merge-example-sets.ts';
import { sourceFiles } from './source-files.ts';
import { addStandardResponses } from './write-standard-responses.ts';

/**
 * Returns the new text of each incomplete file; none if the files are complete. The descriptions are files of `folder`.
 */
export async function completeSources(
  folder: string,
  descriptions: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const files = sourceFiles();
  const top = path.resolve(folder);
  await mergeExampleSets(top, files);
  for (const description of descriptions) await addStandardResponses(path.resolve(description), top, files);
  return files.changed();
}
