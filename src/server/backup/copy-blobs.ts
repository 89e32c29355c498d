/** Copies the blobs of a list that are not there yet, checking each by its digest. */
import { eachConcurrently } from '../../registry/each-concurrently.ts';
import { BlobMissing } from '../../storage/blob-store.ts';
import type { BlobArchive } from '../../storage/file-blob-archive.ts';
import type { ListedBlob } from './blob-list.ts';

/** A blob that a backup cannot have, or has not. */
export interface BlobFinding {
  /** As those of `larder check`. */
  readonly kind: 'missing' | 'wrong-size' | 'wrong-digest';
  readonly at: string;
  /** What is wrong with it, for people. */
  readonly detail: string;
}

export interface CopiedBlobs {
  /** How many were copied, and their bytes. The others were there. */
  readonly copied: number;
  readonly copiedBytes: number;
  readonly findings: readonly BlobFinding[];
}

export interface CopyOptions {
  /** Called after each blob, copied or not, with its bytes. */
  readonly progress: (bytes: number) => void;
  readonly stop?: AbortSignal | undefined;
}

/** So many blobs are copied concurrently: each waits for the disk several times. */
const together = 8;

/** What lies at a location never changes, so a copy of the right size is right: it got its name when it was whole. */
export async function copyBlobs(
  blobs: AsyncIterable<ListedBlob>,
  source: { open(location: string): Promise<AsyncIterable<Uint8Array>> },
  target: BlobArchive,
  { progress, stop }: CopyOptions,
): Promise<CopiedBlobs> {
  let [copied, copiedBytes] = [0, 0];
  const findings: BlobFinding[] = [];
  await eachConcurrently(blobs, together, async ({ location, size }) => {
    stop?.throwIfAborted();
    if ((await target.sizeOf(location)) !== size) {
      const finding = await copyBlob(location, source, target);
      if (finding) {
        findings.push(finding);
      } else {
        copied += 1;
        copiedBytes += size;
      }
    }
    progress(size);
  });
  return { copied, copiedBytes, findings };
}

async function copyBlob(
  at: string,
  source: { open(location: string): Promise<AsyncIterable<Uint8Array>> },
  target: BlobArchive,
): Promise<BlobFinding | undefined> {
  try {
    if (await target.add(at, await source.open(at))) return undefined;
    return { kind: 'wrong-digest', at, detail: 'has other bytes than its record says' };
  } catch (error) {
    if (error instanceof BlobMissing) return { kind: 'missing', at, detail: 'has a record, but no bytes' };
    throw error;
  }
}
