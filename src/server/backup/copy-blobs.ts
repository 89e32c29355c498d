/** Copies the blobs of a list that the target does not have yet, and checks the digest of each. */
import { eachConcurrently } from '../../registry/each-concurrently.ts';
import { BlobMissing } from '../../storage/blob-store.ts';
import type { BlobArchive } from '../../storage/file-blob-archive.ts';
import type { ListedBlob } from './blob-list.ts';

/** A blob that is missing or has different bytes, so that it cannot be copied. */
export interface BlobFinding {
  /** The same kinds as in the findings of `larder check`. */
  readonly kind: 'missing' | 'wrong-size' | 'wrong-digest';
  readonly at: string;
  /** The problem, for people. */
  readonly detail: string;
}

export interface CopiedBlobs {
  /** The number of copied blobs, and their bytes. The target already had the others. */
  readonly copied: number;
  readonly copiedBytes: number;
  readonly findings: readonly BlobFinding[];
}

export interface CopyOptions {
  /** Called after each blob, copied or not, with its bytes. */
  readonly progress: (bytes: number) => void;
  readonly stop?: AbortSignal | undefined;
}

/** The number of blobs copied concurrently, because each waits for the disk several times. */
const together = 8;

/** The bytes at a location never change, and a copy gets its name when it is complete, so the right size is enough. */
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
    return { kind: 'wrong-digest', at, detail: 'has a different digest than its record' };
  } catch (error) {
    if (error instanceof BlobMissing) return { kind: 'missing', at, detail: 'has a record, but no file' };
    throw error;
  }
}
