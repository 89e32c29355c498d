import type { Documents, ListedEntry } from '../../../../src/registry/documents.ts';
import { compareNumbers } from '../plain-ecosystem.ts';

/** A document per project, `NAME/versions.json`: its versions with their `.pom` files, newest first. */
export const documents: Documents = {
  together: 'part',
  parts: [],
  mostParts: Infinity,
  companionEndings: [],
  partOf: (name) => /^(.+)\/versions\.json$/.exec(name)?.[1],
  reads: (part) => [part],
  render: async (part, source, output) => {
    const entries: ListedEntry[] = [];
    for await (const entry of source.entries()) if (entry.standing === 'offered') entries.push(entry);
    entries.sort((a, b) => compareNumbers(b.version, a.version));
    if (entries.length > 0) await output.write(`${part}/versions.json`, jsonOf(entries));
    return '';
  },
  renderOverview: () => Promise.resolve(),
};

async function* jsonOf(entries: readonly ListedEntry[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`[${entries.map(({ text }) => text).join(',')}]\n`);
}
