/** The state of a rendering: what it reads, and what it has written so far. */
import { Failure } from '../../model/failure.ts';
import type { RegistryKey } from '../../model/records.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { ListedPart, PartRendering, StoredDocument } from '../../storage/documents.ts';
import { unsigned, type Documents } from '../documents.ts';
import type { Larder } from '../larder.ts';
import type { Facts } from './facts.ts';
import { createNewPieces, type NewPieces } from './new-pieces.ts';
import { openPieces } from './open-pieces.ts';
import type { DraftDocument } from './output.ts';
import type { OpenPiece } from './read-content.ts';
import type { SharedFragments } from './source.ts';

/** The documents that are rendered together: those of a part, or of the overview with all parts. */
export interface Scope {
  readonly ref: RegistryRef;
  readonly documents: Documents;
  readonly facts: Facts;
  /** The name of the part; '' for the overview. */
  readonly part: string;
}

export interface Rendering extends AsyncDisposable {
  readonly larder: Larder;
  readonly scope: Scope;
  /** The revision of the registry that it includes. */
  readonly revision: number;
  /** The last rendering of the scope. */
  readonly previous: PartRendering | undefined;
  readonly date: Date;
  readonly signingKeys: readonly RegistryKey[];
  readonly pieces: NewPieces;
  /** Opens new and stored pieces. */
  readonly open: OpenPiece;
  readonly shared: SharedFragments;
  /** Returns the latest documents of a part, as they were before. */
  latest(part: string): Promise<readonly StoredDocument[]>;
  /** Returns the row of a part, as it was when it was needed first. */
  row(part: string): Promise<ListedPart | undefined>;
  /** The documents of the rendered parts, before and after. */
  readonly before: StoredDocument[];
  readonly drafts: DraftDocument[];
}

/** Throws `not-found` if the registry was deleted. */
export async function beginRendering(larder: Larder, scope: Scope): Promise<Rendering> {
  const { catalog, ecosystems } = larder;
  const { registry } = scope.ref;
  // First, so that the entries that are read afterwards include it.
  const revision = await catalog.documents.revision(registry.id);
  if (revision === undefined) throw new Failure('not-found', `Registry "${registry.slug}" has been deleted.`);
  const previous = (await catalog.documents.part(registry.id, scope.part))?.rendering;
  const isSigned = ecosystems[registry.ecosystem].signing !== unsigned;
  const pieces = createNewPieces(larder.blobs);
  const stored = openPieces(larder, registry.id, 'memory');
  const latest = memoize((part) => catalog.documents.latest(registry.id, part));
  const date = notBefore(previous?.date);
  return {
    larder,
    scope,
    revision: Math.max(revision, previous?.rendered ?? 0),
    previous,
    date,
    signingKeys: isSigned ? await catalog.registries.signingKeys(registry.id, date) : [],
    pieces,
    open: async (set, sha256, range) => pieces.read(sha256, range) ?? (await stored(set, sha256, range)),
    shared: new Map(),
    latest,
    row: memoize((part) => catalog.documents.part(registry.id, part)),
    before: [],
    drafts: [],
    [Symbol.asyncDispose]: () => pieces[Symbol.asyncDispose](),
  };
}

function memoize<Value>(read: (part: string) => Promise<Value>): (part: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (part) => {
    const value = known.get(part) ?? read(part);
    known.set(part, value);
    return value;
  };
}

/** In whole seconds. apt silently ignores an index whose date is earlier than that of the one it has. */
function notBefore(earlier: Date | undefined): Date {
  return new Date(Math.max(Math.floor(Date.now() / 1000) * 1000, earlier?.getTime() ?? 0));
}
