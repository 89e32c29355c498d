/** What the documents of a part are rendered from. */
import type { ListedEntry } from '../../model/documents.ts';
import {
  mostInline,
  type DocumentReads,
  type Piece,
  type ProjectOfPart,
  type StoredDocument,
} from '../../storage/documents.ts';
import type { Source } from '../documents.ts';
import { listFragments } from './fragment-list.ts';
import { updateFragments, type Fragment, type FragmentInput, type FragmentPiece } from './fragments.ts';
import type { NewPieces } from './new-pieces.ts';
import type { OpenPiece } from './read-content.ts';

export interface SourceInput {
  readonly documents: DocumentReads;
  readonly registryId: string;
  readonly part: string;
  readonly reads: readonly string[];
  readonly project: ProjectOfPart | undefined;
  /** The latest documents of the part. */
  readonly latest: readonly StoredDocument[];
  /** The revision that their fragments include; undefined if they cannot be reused. */
  readonly since: number | undefined;
  readonly pieces: NewPieces;
  readonly open: OpenPiece;
  readonly shared: SharedFragments;
}

/**
 * Fragments by their set and part, of one rendering. Several parts may read the same part (apt's architectures read
 * `all`), so that its fragments are written once.
 */
export type SharedFragments = Map<string, Promise<readonly Fragment[]>>;

export function createSource(input: SourceInput): Source {
  const { documents, registryId, part, reads, project, open } = input;
  return {
    project: project?.metadata,
    revision: project?.revision,
    status: project?.status,
    tags: project?.tags ?? new Map(),
    async *entries() {
      for (const read of reads) yield* documents.entries(registryId, read);
    },
    fragments: (name, write, { frame, lengthOf = lengthOfText, wholeNames = false } = {}) => {
      const set = setOfFragments(part, name);
      return listFragments(set, () => allFragments(input, set, name, { write, lengthOf, wholeNames }), open, frame);
    },
  };
}

function lengthOfText({ text }: ListedEntry): number {
  return text.length;
}

/** A space cannot be the end of a set of cut pieces, which have the names of their documents. */
function setOfFragments(part: string, name: string): string {
  return `${part} ${name} `;
}

async function* allFragments(
  input: SourceInput,
  set: string,
  name: string,
  writing: Pick<FragmentInput, 'write' | 'lengthOf' | 'wholeNames'>,
): AsyncGenerator<Fragment> {
  const { documents, registryId, latest, since, pieces, reads, shared } = input;
  const previous = since === undefined ? [] : piecesOfSet(latest, set).filter(isFragment);
  for (const part of reads) {
    const ofPart = previous.filter(({ fragment }) => fragment.first.part === part);
    const update = () =>
      updateFragments({ documents, registryId, part, previous: ofPart, since: since ?? 0, pieces, ...writing });
    if (reads.length === 1) yield* update();
    else yield* await sharedFragments(shared, `${name} ${part}`, update);
  }
}

async function sharedFragments(
  shared: SharedFragments,
  key: string,
  update: () => AsyncIterable<Fragment>,
): Promise<readonly Fragment[]> {
  const known = shared.get(key) ?? collect(update());
  shared.set(key, known);
  return await known;
}

/** Stores fragments early if there are many, so that their bytes do not fill the memory. */
async function collect(fragments: AsyncIterable<Fragment>): Promise<readonly Fragment[]> {
  const all: Fragment[] = [];
  let size = 0;
  for await (const fragment of fragments) {
    all.push(fragment);
    size += fragment.size;
    if (size > mostInline) await fragment.piece();
  }
  return all;
}

function piecesOfSet(latest: readonly StoredDocument[], set: string): readonly Piece[] {
  for (const { content } of latest) if ('pieces' in content && content.set === set) return content.pieces;
  return [];
}

function isFragment(piece: Piece): piece is FragmentPiece {
  return piece.fragment !== undefined;
}
