/** Finds files that no description refers to. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * Returns the YAML files of a folder that none of the descriptions refers to, directly or indirectly; relative to the
 * folder, in order. Redocly detects unused components in one file only, but here a component is a file.
 */
export async function unreachedFiles(folder: string, descriptions: readonly string[]): Promise<string[]> {
  const reached = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const reference of referencesIn(parse(await readFile(file, 'utf8'))))
      await visit(path.resolve(path.dirname(file), reference));
  };
  for (const description of descriptions) await visit(path.resolve(description));
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => /\.ya?ml$/.test(file) && !reached.has(path.resolve(folder, file))).toSorted();
}

/** Returns the files in the references of a value, without fragments. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { $ref: reference } = value as { readonly $ref?: unknown };
  const file = typeof reference === 'string' ? (reference.split('#')[0] ?? '') : '';
  return [...(file === '' ? [] : [file]), ...Object.values(value).flatMap(referencesIn)];
}
