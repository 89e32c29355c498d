/** Checks the entries that an earlier version of Larder stored by the rules of this one, once after an upgrade. */
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** Answers how many packages are left out of indexes since then; 0 also if all entries were checked before. */
export async function checkEntries({ [writable]: catalog, ecosystems }: Larder): Promise<number> {
  let leftOut = 0;
  for (const { id, entryRules } of Object.values(ecosystems)) {
    if (!entryRules) continue;
    const edition = await catalog.entries.edition(id);
    if (edition === undefined || edition < entryRules.edition) leftOut += await catalog.entries.check(id, entryRules);
  }
  return leftOut;
}
