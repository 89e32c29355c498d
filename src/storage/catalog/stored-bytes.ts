import { inBatches } from './in-batches.ts';
import type { Database } from './transaction.ts';

/**
 * Returns a digest of bytes that the registry does not have; undefined if it has all. In a transaction that holds the
 * registry's row, no other transaction can remove the files that have them.
 */
export async function findMissingBytes(
  trx: Database,
  registryId: string,
  digests: Iterable<string>,
): Promise<string | undefined> {
  for (const batch of inBatches([...digests])) {
    const ofRegistry = trx.selectFrom('files').where('registry_id', '=', registryId).where('sha256', 'in', batch);
    const found = new Set((await ofRegistry.select('sha256').distinct().execute()).map(({ sha256 }) => sha256));
    const missing = batch.find((sha256) => !found.has(sha256));
    if (missing !== undefined) return missing;
  }
  return undefined;
}
