/**
 * The index files that native clients fetch. They are built on demand, for one revision of a registry, and replaced
 * atomically. Concurrent requests that find the index out of date share one build.
 */
import type { IndexFile, IndexOutput, NativeIndex } from './ecosystem.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { IndexBasis } from '../storage/indexes.ts';
import { commit } from '../storage/commit.ts';
import type { NewIndexFile, Registry, StoredIndexFile } from '../model/records.ts';
import { Failure } from '../model/failure.ts';
import { step } from '../model/steps.ts';
import { eachConcurrently } from './each-concurrently.ts';
import type { Larder } from './larder.ts';
import { writable } from './writable.ts';

/** In milliseconds: how long a replaced index stays readable for clients that have fetched a part of it. */
const keptFor = 10 * 60_000;

/** Limits the indexes that a burst of publications keeps within that time, by their bytes and by their number. */
const kept = { bytes: 1024 ** 3, least: 8, most: 600 };

/** The number of parts built concurrently. */
const together = 2;

/** Returns a file of the registry's index, at least as new as `registry`. `organization` is the slug in the index. */
export async function readIndexFile(
  larder: Larder,
  organization: string,
  registry: Registry,
  path: string,
): Promise<StoredIndexFile | undefined> {
  const { index } = larder.ecosystems[registry.ecosystem];
  if (!index) return undefined;
  for (;;) {
    const latest = await larder.catalog.indexes.latest(registry.id);
    if (latest && latest.revision >= registry.revision) return larder.catalog.indexes.file(registry.id, path);
    // A shared build may have started before this revision of the registry.
    await building(larder, registry.id, () =>
      step(
        'rendered',
        () => build(larder, index, organization, registry),
        (files) => ({ registryId: registry.id, files }),
      ),
    );
  }
}

/** Running builds, by the catalog they write to. */
const underWay = new WeakMap<Larder['catalog'], Map<string, Promise<unknown>>>();

function building({ catalog }: Larder, registryId: string, start: () => Promise<unknown>): Promise<unknown> {
  const here = underWay.get(catalog) ?? new Map<string, Promise<unknown>>();
  underWay.set(catalog, here);
  const known = here.get(registryId);
  if (known) return known;
  const started = start().finally(() => here.delete(registryId));
  here.set(registryId, started);
  return started;
}

/** Returns how many files the index has. */
async function build(
  larder: Larder,
  index: NativeIndex,
  organization: string,
  { id, slug }: Registry,
): Promise<number> {
  const basis = await larder.catalog.indexes.basis(id);
  const signingKey = await larder.catalog.registries.signingKey(id);
  if (!basis || !signingKey) throw new Failure('not-found', `Registry "${slug}" has been deleted.`);
  const staged: StagedBlob[] = [];
  try {
    const parts = [...new Set([...index.parts, ...partsWithEntries(basis)])].sort();
    const partFiles = await filesOfParts(larder, index, id, parts, basis, staged);
    const whole = outputTo(larder, null, staged);
    const now = new Date();
    const date = notBefore(basis.latest?.date, now);
    await index.writeWhole(
      partFiles.map(asIndexFile),
      { organization, registry: slug, date, parts, signingKey },
      whole.output,
    );
    await commit(staged, () =>
      larder[writable].indexes.insert(
        { registryId: id, revision: basis.revision, lastModified: laterThan(basis.latest?.lastModified, date), date },
        [...partFiles, ...whole.files],
        { previous: basis.latest, keep: { replacedAfter: new Date(now.getTime() - keptFor), most: mostKept(staged) } },
      ),
    );
    return partFiles.length + whole.files.length;
  } finally {
    await Promise.all(staged.map((blob) => blob.discard()));
  }
}

function partsWithEntries({ parts }: IndexBasis): readonly string[] {
  return parts.filter(({ empty }) => !empty).map(({ part }) => part);
}

/** Returns the number of indexes to keep, if each is as large as this one. */
function mostKept(staged: readonly StagedBlob[]): number {
  const size = staged.reduce((sum, blob) => sum + blob.size, 1);
  return Math.min(Math.max(Math.floor(kept.bytes / size), kept.least), kept.most);
}

/** Returns the files of all parts. The common part is built first, because others reuse its files. */
async function filesOfParts(
  larder: Larder,
  { common, ...index }: NativeIndex,
  registryId: string,
  parts: readonly string[],
  basis: IndexBasis,
  staged: StagedBlob[],
): Promise<readonly NewIndexFile[]> {
  const used = new Set(partsWithEntries(basis));
  const changed = new Set(basis.parts.filter((part) => part.changed).map(({ part }) => part));
  const files = new Map<string, readonly NewIndexFile[]>();
  const add = async (part: string): Promise<void> => {
    const before = basis.files.filter((file) => file.part === part);
    const isCurrent = !changed.has(part) && !(common && changed.has(common.part));
    const ofCommon = common && files.get(common.part);
    if (isCurrent && before.length > 0) {
      files.set(part, before);
    } else if (common && ofCommon && !used.has(part)) {
      files.set(
        part,
        ofCommon.map(({ path, blob }) => ({ path: common.pathIn(part, path), part, blob })),
      );
    } else {
      const written = outputTo(larder, part, staged);
      const sources = common && common.part !== part ? [part, common.part] : [part];
      await index.writePart(part, entriesOf(larder, registryId, sources), written.output);
      files.set(part, written.files);
    }
  };
  if (common) await add(common.part);
  await eachConcurrently(
    parts.filter((part) => part !== common?.part),
    together,
    add,
  );
  return parts.flatMap((part) => files.get(part) ?? []);
}

async function* entriesOf(larder: Larder, registryId: string, parts: readonly string[]): AsyncGenerator<string> {
  for (const part of parts) {
    for await (const { text } of larder.catalog.indexes.entries(registryId, part)) yield text;
  }
}

function outputTo(
  { blobs }: Larder,
  part: string | null,
  staged: StagedBlob[],
): { output: IndexOutput; files: NewIndexFile[] } {
  const files: NewIndexFile[] = [];
  const write = async (path: string, content: AsyncIterable<Uint8Array>): Promise<IndexFile> => {
    const blob = await blobs.stage(content);
    staged.push(blob);
    const file = { path, part, blob: { size: blob.size, digests: blob.digests, location: blob.location } };
    files.push(file);
    return asIndexFile(file);
  };
  return { output: { write }, files };
}

function asIndexFile({ path, blob }: NewIndexFile): IndexFile {
  return { path, size: blob.size, digests: blob.digests };
}

/** In whole seconds. apt silently ignores an index whose date is earlier than that of the one it has. */
function notBefore(before: Date | undefined, now: Date): Date {
  return new Date(Math.max(Math.floor(now.getTime() / 1000) * 1000, before?.getTime() ?? 0));
}

/** In whole seconds, like HTTP dates. Clients such as apt detect a new index only by this date. */
function laterThan(before: Date | undefined, now: Date): Date {
  const seconds = Math.floor(now.getTime() / 1000);
  const last = before === undefined ? -1 : Math.floor(before.getTime() / 1000);
  return new Date(Math.max(seconds, last + 1) * 1000);
}
