/** Publishes a single file as a package. */
import { Failure } from '../model/failure.ts';
import type { Package, Publisher, Registry } from '../model/records.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import { keptFileName } from './file-name.ts';
import type { Larder } from './larder.ts';
import { publishRelease } from './publish-release.ts';

/** A file to publish, with the client's name for it and its attestations. */
export interface FilePublication {
  readonly fileName: string;
  readonly staged: StagedBlob;
  readonly attestations?: StagedBlob | undefined;
  readonly by: Publisher;
  /**
   * The upload that has the bytes and ends when they are published; undefined for bytes that were sent with the
   * request.
   */
  readonly upload?: string | undefined;
}

/** The published package, or the existing one with its keys. */
export interface FilePublished {
  readonly outcome: 'published' | 'exists';
  readonly package: Package;
}

/** Publishes a file. Throws like `publishRelease`, also if the file is empty or does not become a listed package. */
export async function publishPackage(
  larder: Larder,
  registry: Registry,
  { fileName, staged, ...more }: FilePublication,
): Promise<FilePublished> {
  const name = keptFileName(fileName);
  if (staged.size === 0) throw new Failure('unacceptable-file', 'The file is empty. Publish a file with content.');
  const publication = { files: [{ name, staged }], claims: {}, mustBeComplete: true, ...more };
  const { outcome, package: pkg } = await publishRelease(larder, registry, publication);
  if (pkg === undefined) throw new Error('A complete package was not found.');
  return { outcome, package: pkg };
}
