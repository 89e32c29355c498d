/** Merges the example files of ecosystems into the sets of examples that descriptions refer to. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isMap } from 'yaml';
import { keysOf, type SourceFiles } from './source-files.ts';

/**
 * Writes the entries of ecosystems in `components/example-sets.yaml` from the files of `examples/`. The example
 * `package-debian` of `examples/debian.yaml` becomes the entry `debian` of the set `package`. Entries that refer to
 * other files are unchanged, after those. Throws if the name of an example has no set or another ecosystem.
 */
export async function mergeExampleSets(folder: string, files: SourceFiles): Promise<void> {
  const examples = path.join(folder, 'examples');
  const sets = await files.read(path.join(folder, 'components/example-sets.yaml'));
  const merged = new Map<string, Map<string, string>>();
  for (const file of (await readdir(examples)).filter((name) => name.endsWith('.yaml')).toSorted()) {
    const ecosystem = path.basename(file, '.yaml');
    for (const name of keysOf((await files.read(path.join(examples, file))).contents)) {
      const set = name.endsWith(`-${ecosystem}`) ? name.slice(0, -ecosystem.length - 1) : undefined;
      if (set === undefined)
        throw new Error(`examples/${file}: "${name}" does not end with "-${ecosystem}". Rename it.`);
      if (!isMap(sets.get(set)))
        throw new Error(`examples/${file}: "${name}" has no set in components/example-sets.yaml. Rename it.`);
      merged.set(set, (merged.get(set) ?? new Map<string, string>()).set(ecosystem, `${prefix}${file}#/${name}`));
    }
  }
  for (const set of keysOf(sets.contents)) {
    const node = sets.get(set);
    if (!isMap(node)) continue;
    const entries = [...(merged.get(set) ?? [])].map(([name, $ref]) => sets.createPair(name, { $ref }));
    node.items = [...entries, ...node.items.filter(({ value }) => !isMerged(value))];
    node.flow = node.items.length === 0;
  }
}

/** Relative to the file of the sets. */
const prefix = '../examples/';

function isMerged(example: unknown): boolean {
  return isMap(example) && String(example.get('$ref')).startsWith(prefix);
}
