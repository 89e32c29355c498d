/**
 * The index files that native clients fetch: built for one revision of a registry when somebody asks, then switched to as
 * a whole. Several requests that find the index out of date wait for one building.
 */
import type { IndexFile, IndexOutput, NativeIndex } from '../ecosystems/ecosystem.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { IndexBasis } from '../storage/catalog.ts';
import type { NewIndexFile, Registry, StoredIndexFile } from '../storage/records.ts';
import { RegistryError } from './errors.ts';
import type { Larder } from './larder.ts';

/** So many indexes of a registry stay readable, for clients that are half-way through an earlier one. */
const keptIndexes = 8;

/** A file of the registry's index, as of now or later. `organization` is the slug that the index names. */
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
    // The building that is joined may have begun before this registry's revision.
    await building(larder, registry.id, () => build(larder, index, organization, registry));
  }
}

/** Buildings under way, by the catalog they write to. */
const underWay = new WeakMap<Larder['catalog'], Map<string, Promise<void>>>();

function building({ catalog }: Larder, registryId: string, start: () => Promise<void>): Promise<void> {
  const here = underWay.get(catalog) ?? new Map<string, Promise<void>>();
  underWay.set(catalog, here);
  const known = here.get(registryId);
  if (known) return known;
  const started = start().finally(() => here.delete(registryId));
  here.set(registryId, started);
  return started;
}

async function build(larder: Larder, index: NativeIndex, organization: string, { id, slug }: Registry): Promise<void> {
  const basis = await larder.catalog.indexes.basis(id);
  const signingKey = await larder.catalog.registries.signingKey(id);
  if (!basis || !signingKey) throw new RegistryError('not-found', `Registry "${slug}" has been deleted.`);
  const staged: StagedBlob[] = [];
  try {
    const parts = [...new Set([...index.parts, ...basis.parts.map(({ part }) => part)])].sort();
    const partFiles = (
      await Promise.all(parts.map((part) => filesOfPart(larder, index, id, part, basis, staged)))
    ).flat();
    const whole = outputTo(larder, null, staged);
    const date = new Date();
    await index.writeWhole(
      partFiles.map(asIndexFile),
      { organization, registry: slug, date, parts, signingKey },
      whole.output,
    );
    await Promise.all(staged.map((blob) => blob.keep()));
    const { adopted } = await larder.catalog.indexes.insert(
      { registryId: id, revision: basis.revision, lastModified: laterThan(basis.latest?.lastModified, date) },
      [...partFiles, ...whole.files],
      { previous: basis.latest, keep: keptIndexes },
    );
    await Promise.all(staged.filter(({ location }) => adopted.has(location)).map((blob) => blob.settle()));
  } finally {
    await Promise.all(staged.map((blob) => blob.discard()));
  }
}

/** The files of a part: those of the latest index when nothing changed since, else new ones. */
async function filesOfPart(
  larder: Larder,
  index: NativeIndex,
  registryId: string,
  part: string,
  basis: IndexBasis,
  staged: StagedBlob[],
): Promise<readonly NewIndexFile[]> {
  const changed = basis.parts.some((known) => known.part === part && known.changed);
  const before = basis.files.filter((file) => file.part === part);
  if (!changed && before.length > 0) return before;
  const { output, files } = outputTo(larder, part, staged);
  await index.writePart(part, larder.catalog.indexes.entries(registryId, part), output);
  return files;
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

/** Whole seconds, since HTTP has no finer ones; clients such as apt know a new index by nothing else. */
function laterThan(before: Date | undefined, now: Date): Date {
  const seconds = Math.floor(now.getTime() / 1000);
  const last = before === undefined ? -1 : Math.floor(before.getTime() / 1000);
  return new Date(Math.max(seconds, last + 1) * 1000);
}
