/** What a check of a server's storage finds. */
import { checkStorage, type Finding } from '../../src/registry/check-storage.ts';
import type { Larder } from '../../src/registry/larder.ts';

export async function findingsIn(
  { larder: { catalog, blobs } }: { readonly larder: Pick<Larder, 'catalog' | 'blobs'> },
  { hash = true, repair = false } = {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const found = (finding: Finding): void => void findings.push(finding);
  await checkStorage({ ...catalog, records: catalog.blobs, blobs }, { hash, repair, found });
  return findings;
}
