import { compare, documented, listedDigests, snapshot } from './documents.ts';
import { NoResponse } from './no-response.ts';
import type { Turn } from './work.ts';

/** Reads the documents of a registry while others change it. Returns false if there is no response. */
export async function readDocuments(turn: Turn): Promise<boolean> {
  const { chance, target, shelf, held, count } = turn;
  const registry = chance.oneOf(documented) ?? '';
  const before = snapshot(shelf, registry);
  try {
    const digests = await listedDigests(turn.api, registry, held);
    compare(shelf, registry, before, digests);
  } catch (error) {
    if (target.isKilled() && error instanceof NoResponse) return false;
    throw error;
  }
  count('read');
  return true;
}
