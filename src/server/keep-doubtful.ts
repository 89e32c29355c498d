/**
 * Sees to it that bytes stay which a record may point to: a change that failed may have been made all the same, when it
 * was only the answer of the database that got lost.
 */
import type { BlobStore, StagedBlob } from '../storage/blob-store.ts';
import type { Catalog } from '../storage/catalog.ts';
import { storageFailureOf } from '../storage/failures.ts';
import type { NewFile } from '../model/records.ts';

interface Storage {
  readonly catalog: Catalog;
  readonly blobs: BlobStore;
}

/** The same storage, but blobs that a failed change offered are not discarded: a later sweep asks the catalog. */
export function keepDoubtful({ catalog, blobs }: Storage): Storage {
  const staged = new Map<string, { doubtful: boolean }>();

  const watched = (blob: StagedBlob): StagedBlob => {
    const state = { doubtful: false };
    staged.set(blob.location, state);
    const finish = async (step: () => Promise<void>): Promise<void> => {
      staged.delete(blob.location);
      if (!state.doubtful) await step();
    };
    return { ...blob, settle: () => finish(blob.settle), discard: () => finish(blob.discard) };
  };
  const offering = async <Answer>(
    files: readonly Pick<NewFile, 'blob'>[],
    change: Promise<Answer>,
  ): Promise<Answer> => {
    try {
      return await change;
    } catch (error) {
      // What found no room was not made; to keep its bytes would fill the disk with every further attempt.
      if (storageFailureOf(error) === 'full') throw error;
      for (const { blob } of files) {
        const state = staged.get(blob.location);
        if (state !== undefined) state.doubtful = true;
      }
      throw error;
    }
  };

  const { packages, uploads, indexes } = catalog;
  return {
    catalog: {
      ...catalog,
      packages: {
        ...packages,
        insert: (pkg, files, ...more) => offering(files, packages.insert(pkg, files, ...more)),
      },
      uploads: { ...uploads, store: (id, file) => offering([file], uploads.store(id, file)) },
      indexes: {
        ...indexes,
        insert: (index, files, options) => offering(files, indexes.insert(index, files, options)),
      },
    },
    blobs: { ...blobs, stage: async (content, options) => watched(await blobs.stage(content, options)) },
  };
}
