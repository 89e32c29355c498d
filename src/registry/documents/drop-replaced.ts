/** Removes the versions of documents that were replaced an hour ago. Until then, clients may fetch the rest of a set. */
import type { DocumentVersion } from '../../storage/documents.ts';
import type { Larder } from '../larder.ts';
import { writable } from '../writable.ts';

/** In milliseconds. */
const kept = 60 * 60_000;

/** The number of versions per transaction: few enough that no request waits long for it. */
const batch = 25;

/** Returns the number of removed versions, when none are left or `stop` is aborted. */
export async function dropReplacedDocuments({ [writable]: catalog }: Larder, stop: AbortSignal): Promise<number> {
  let dropped = 0;
  let versions: DocumentVersion[] = [];
  const drop = async (): Promise<void> => {
    if (versions.length > 0) await catalog.documents.drop(versions);
    dropped += versions.length;
    versions = [];
  };
  for await (const version of catalog.documents.replaced(new Date(Date.now() - kept))) {
    if (stop.aborted) return dropped;
    versions.push(version);
    if (versions.length === batch) await drop();
  }
  await drop();
  return dropped;
}
