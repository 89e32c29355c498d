/** Files that an ecosystem derives from a package's file once, when it is published. */
import type { Inspection } from './ecosystem.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { Larder } from './larder.ts';

/** A file of a package, before it is published. */
export interface StagedFile {
  readonly name: string;
  readonly blob: StagedBlob;
  readonly derived?: boolean;
}

/** Stages the derived files of a package. Disposing the result discards them unless they were adopted. */
export async function stageDerived(
  { blobs }: Larder,
  { derived = [] }: Inspection,
): Promise<AsyncDisposable & { readonly files: readonly StagedFile[] }> {
  await using staging = new AsyncDisposableStack();
  const files: StagedFile[] = [];
  for (const { name, bytes } of derived) {
    const blob = await blobs.stage(inOnePiece(bytes));
    staging.defer(() => blob.discard());
    files.push({ name, blob, derived: true });
  }
  const staged = staging.move();
  return { files, [Symbol.asyncDispose]: () => staged.disposeAsync() };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
