/** The progress of a backup or a restore. */
export interface Progress {
  readonly doing: 'database' | 'blobs';
  /** From 0 to 1. */
  readonly share: number;
}

export interface BackupOptions {
  readonly progress?: (progress: Progress) => void;
  /** Ends the work soon. An existing backup stays valid. */
  readonly stop?: AbortSignal;
}

/** Returns a function that adds to the processed bytes and reports their share of the total. */
export function countProgress(
  doing: Progress['doing'],
  all: { readonly bytes: number },
  report: BackupOptions['progress'],
): (bytes: number) => void {
  let done = 0;
  return (bytes) => {
    done += bytes;
    report?.({ doing, share: all.bytes === 0 ? 1 : done / all.bytes });
  };
}
