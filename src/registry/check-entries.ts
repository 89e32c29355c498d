/** Checks entries that an earlier version stored against the current rules, once after an upgrade. */
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** Returns the number of packages that are left out of indexes; 0 if all entries were checked before. */
export async function checkEntries({ [writable]: catalog, ecosystems }: Larder): Promise<number> {
  let leftOut = 0;
  for (const { id, edition, entryRules } of Object.values(ecosystems)) {
    const checked = await catalog.entries.edition(id);
    if (checked === undefined || checked < edition) leftOut += await catalog.entries.check(id, edition, entryRules);
  }
  return leftOut;
}
