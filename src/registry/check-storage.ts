/**
 * Compares stored files with their records in both directions, in one pass ordered by location.
 *
 * Servers may run meanwhile, so a mismatch is only a suspicion. It is checked again in an order that excludes
 * concurrent changes: a location is never reused, and bytes that may still be adopted are staged until then.
 */
import { BlobMissing, type ExistingBlobs, type KeptBlob } from '../storage/blob-store.ts';
import type { Entries, ExistingRecords } from '../storage/catalog.ts';
import type { Editions } from '../storage/editions.ts';
import type { Blob, LeftOutPackage } from '../model/records.ts';
import { differingDigests } from './differing-digests.ts';
import { eachConcurrently } from './each-concurrently.ts';

export interface CheckedStorage {
  readonly records: ExistingRecords;
  readonly entries: Pick<Entries, 'allLeftOut'>;
  readonly editions: Pick<Editions, 'rejected'>;
  readonly blobs: ExistingBlobs;
}

export interface Finding {
  /**
   * 'missing': a record without a file; 'wrong-size', 'wrong-digest': a file that differs from its record; 'orphan': a
   * file without a record that will not be adopted; 'left-behind': a staged file of a crashed server; 'left-out': a
   * package that is not in the index of its registry; 'rejected': a package of an earlier version that this version rejects.
   */
  readonly kind: 'missing' | 'wrong-size' | 'wrong-digest' | 'orphan' | 'left-behind' | 'left-out' | 'rejected';
  /** The location of the file, the path of a left-behind file, or the name of the package. */
  readonly at: string;
  /** The problem, for people. */
  readonly detail: string;
  /** Whether the file was removed. */
  readonly removed: boolean;
}

export interface CheckOptions {
  /** Whether to read all files and compare their digests. */
  readonly hash: boolean;
  /** Whether to remove orphans and left-behind files. Records are never changed. */
  readonly repair: boolean;
  /** Called with each finding immediately. The check waits for it, because there may be very many. */
  readonly found: (finding: Finding) => void | Promise<void>;
  /** Called after every compared blob. */
  readonly progress?: (counts: CheckCounts) => void;
}

export interface CheckCounts {
  readonly records: number;
  readonly files: number;
  /** The size of the files, in bytes. */
  readonly bytes: number;
}

/** The number of blobs checked concurrently: enough to keep a disk busy, and few enough for constant memory. */
const together = 8;

export async function checkStorage(storage: CheckedStorage, options: CheckOptions): Promise<CheckCounts> {
  const { repair, found, progress } = options;
  let counts: CheckCounts = { records: 0, files: 0, bytes: 0 };
  await eachConcurrently(pairsOf(storage), together, async ({ record, file }) => {
    const finding = record
      ? await judgeRecord(storage, record, file, options)
      : file && (await judgeFile(storage, file));
    const orphan = repair && finding?.kind === 'orphan';
    if (orphan) await storage.blobs.remove(finding.at);
    if (finding) await found({ ...finding, removed: orphan });
    const { records, files, bytes } = counts;
    counts = {
      records: records + (record ? 1 : 0),
      files: files + (file ? 1 : 0),
      bytes: bytes + (file?.size ?? 0),
    };
    progress?.(counts);
  });
  for await (const { path } of storage.blobs.leftBehind())
    await found({ kind: 'left-behind', at: path, detail: 'was staged by a server that crashed', removed: repair });
  if (repair) await storage.blobs.sweep((location) => storage.records.isAdopted(location));
  for await (const pkg of storage.entries.allLeftOut())
    await found(packageFinding('left-out', pkg, `is left out of the index: ${pkg.reason}`));
  for await (const pkg of storage.editions.rejected())
    await found(packageFinding('rejected', pkg, `is served as before, but this version rejects it: ${pkg.reason}`));
  return counts;
}

function packageFinding(
  kind: Finding['kind'],
  { organization, registry, name, version, variant }: LeftOutPackage,
  problem: string,
): Finding {
  return {
    kind,
    at: `${organization}/${registry}: ${name} ${version}${variant === null ? '' : ` (${variant})`}`,
    detail: `${problem} Delete it and publish a corrected build.`,
    removed: false,
  };
}

interface Pair {
  readonly record: Blob | undefined;
  readonly file: KeptBlob | undefined;
}

/** Yields each location that has a record, a file, or both. */
async function* pairsOf({ records, blobs }: CheckedStorage): AsyncGenerator<Pair> {
  const [rows, files] = [records.walk()[Symbol.asyncIterator](), blobs.list()[Symbol.asyncIterator]()];
  let [row, kept] = [await rows.next(), await files.next()];
  while (!row.done || !kept.done) {
    const record = !row.done && (kept.done || row.value.location <= kept.value.location) ? row.value : undefined;
    const file = !kept.done && (row.done || kept.value.location <= row.value.location) ? kept.value : undefined;
    yield { record, file };
    if (record) row = await rows.next();
    if (file) kept = await files.next();
  }
}

type Suspicion = Omit<Finding, 'removed'>;

/** A file is removed after its record, so a record that still exists after its file is missing has lost the file. */
async function judgeRecord(
  { records, blobs }: CheckedStorage,
  record: Blob,
  file: KeptBlob | undefined,
  { hash }: CheckOptions,
): Promise<Suspicion | undefined> {
  const suspicion = await suspect(blobs, record, file?.size ?? (await blobs.sizeOf(record.location)), hash);
  if (!suspicion || !(await records.isAdopted(record.location))) return undefined;
  return { ...suspicion, at: record.location };
}

async function suspect(
  blobs: ExistingBlobs,
  record: Blob,
  size: number | undefined,
  hash: boolean,
): Promise<Pick<Suspicion, 'kind' | 'detail'> | undefined> {
  if (size === undefined) return missing;
  if (size !== record.size) return { kind: 'wrong-size', detail: `has ${size} bytes instead of ${record.size}` };
  if (!hash) return undefined;
  try {
    const differing = await differingDigests(await blobs.open(record.location), record.digests);
    if (differing.length === 0) return undefined;
    return { kind: 'wrong-digest', detail: `has a different ${differing.join(', ')} than its record` };
  } catch (error) {
    if (error instanceof BlobMissing) return missing;
    throw error;
  }
}

const missing = { kind: 'missing', detail: 'has a record, but no file' } as const;

/**
 * Bytes stay staged until they are adopted, and released bytes are removed before their release is forgotten. So bytes
 * that are first not staged, then not adopted, then not released, and then still exist, are orphans.
 */
async function judgeFile({ records, blobs }: CheckedStorage, { location }: KeptBlob): Promise<Suspicion | undefined> {
  if (await blobs.isStaged(location)) return undefined;
  if (await records.isAdopted(location)) return undefined;
  if (await records.isUnreferenced(location)) return undefined;
  const size = await blobs.sizeOf(location);
  return size === undefined ? undefined : { kind: 'orphan', at: location, detail: `${size} bytes without a record` };
}
