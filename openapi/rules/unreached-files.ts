/** Finds files of descriptions that no description reaches. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * The YAML files of a folder that none of the descriptions refers to, directly or through others; relative to the
 * folder, in order. Redocly sees unused components only inside of one file; here a component is a file.
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

/** The files that a value refers to, as they are written, without what they point to inside of them. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { $ref: reference } = value as { readonly $ref?: unknown };
  const file = typeof reference === 'string' ? (reference.split('#')[0] ?? '') : '';
  return [...(file === '' ? [] : [file]), ...Object.values(value).flatMap(referencesIn)];
}
