/** The entries of one name, for responses that are not stored. */
import type { EntryKey, ListedEntry } from '../../model/documents.ts';
import type { Larder } from '../larder.ts';
import { afterAllIds } from './fragments.ts';

export type { ListedEntry };

/** Returns the entries of a name in a part, oldest first, also those of unlisted and withdrawn packages. */
export async function entriesOfName(
  { catalog }: Pick<Larder, 'catalog'>,
  registryId: string,
  name: Pick<EntryKey, 'part' | 'nameKey'>,
): Promise<readonly ListedEntry[]> {
  const [from, before] = ['', afterAllIds].map((packageId) => ({ ...name, packageId }));
  const entries: ListedEntry[] = [];
  for await (const entry of catalog.documents.entries(registryId, name.part, { from, before })) entries.push(entry);
  return entries;
}
