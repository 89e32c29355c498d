/**
 * The fragments of a list of entries, about 500 entries each, ordered like the entries. A fragment is written again only
 * if one of its entries has changed, so the cost of a change does not depend on the number of entries.
 */
import { deflateFragment, sumsOf } from '../../formats/gzip-member.ts';
import type { EntryKey, ListedEntry } from '../../model/documents.ts';
import type { ChangedEntry, DocumentReads, Piece } from '../../storage/documents.ts';
import type { NewPieces } from './new-pieces.ts';

/**
 * Fragments have at most `most` entries, and about at most `bytes` UTF-16 code units unless one entry is longer.
 * Those that grow beyond it are halved, so that a change writes little. Those with less than `least` entries are joined
 * with the next one, if they have at most `usual` entries and a quarter of `bytes` together.
 */
const fragmentSize = { least: 250, usual: 500, most: 1000, bytes: 512 * 1024 } as const;

/** With more changes, all fragments of the part are written again. */
const mostChanges = 2000;

/** A fragment: an earlier one, which is stored, or a new one. */
export interface Fragment {
  /** In bytes. */
  readonly size: number;
  /** The number of offered entries; 0 if it was stored for a list without a frame. */
  readonly offered: number;
  /** Stores the fragment, unless it is stored. */
  piece(): Promise<Piece>;
  /** Undefined if the fragment is stored. */
  readonly bytes: Uint8Array | undefined;
}

export interface FragmentInput {
  readonly documents: Pick<DocumentReads, 'entries' | 'changes'>;
  readonly registryId: string;
  readonly part: string;
  /** The last fragments of these entries, in order; empty if there are none. */
  readonly previous: readonly FragmentPiece[];
  /** The revision that they include. */
  readonly since: number;
  readonly pieces: Pick<NewPieces, 'add'>;
  write(entries: readonly ListedEntry[]): string;
  /** Returns about how many characters `write` makes of an entry. */
  lengthOf(entry: ListedEntry): number;
  /** Whether all entries of a name are in one fragment, which may be longer then. */
  readonly wholeNames: boolean;
}

export type FragmentPiece = Piece & Required<Pick<Piece, 'fragment'>>;

/** Yields the fragments of the entries of one part. */
export async function* updateFragments(input: FragmentInput): AsyncGenerator<Fragment> {
  const { documents, registryId, part, previous, since } = input;
  const changes = previous.length === 0 ? undefined : await documents.changes(registryId, part, since, mostChanges);
  if (changes === undefined) {
    yield* writeFragments(input, documents.entries(registryId, part));
    return;
  }
  const changed = changedFragments(previous, changes);
  for (let n = 0; n < previous.length; n += 1) {
    const kept = previous[n];
    if (kept && !changed.has(n)) yield keptFragment(kept);
    if (!changed.has(n)) continue;
    const first = n;
    // Fragments that follow each other are written again together, so that small ones are joined.
    while (changed.has(n + 1) || isSmall(previous, n, changed)) n += 1;
    const range = {
      from: first === 0 ? undefined : previous[first]?.fragment.first,
      before: previous[n + 1]?.fragment.first,
    };
    yield* writeFragments(input, documents.entries(registryId, part, range));
  }
}

/** Returns whether a changed fragment is so small that it is joined with the next one. */
function isSmall(previous: readonly FragmentPiece[], n: number, changed: ReadonlySet<number>): boolean {
  const [own, next] = [previous[n], previous[n + 1]];
  if (own === undefined || next === undefined || !changed.has(n) || own.fragment.count >= fragmentSize.least)
    return false;
  if (own.fragment.count + next.fragment.count > fragmentSize.usual) return false;
  return own.size + next.size <= fragmentSize.bytes / 4;
}

/** Returns the positions of the fragments that have changed entries, or had entries that were removed. */
function changedFragments(previous: readonly FragmentPiece[], changes: readonly ChangedEntry[]): ReadonlySet<number> {
  const changed = new Set<number>();
  for (const { nameKey, packageId } of changes) {
    const first = positionOf(previous, { nameKey, packageId: packageId ?? '' });
    // The removed entries of a name may have been in any fragment that has the name.
    const last = packageId === undefined ? positionOf(previous, { nameKey, packageId: afterAllIds }) : first;
    for (let n = first; n <= last; n += 1) changed.add(n);
  }
  return changed;
}

/** Ids are hexadecimal. */
export const afterAllIds = '~';

type Place = Pick<EntryKey, 'nameKey' | 'packageId'>;

/** Returns the position of the last fragment that begins at the place or before it; the first one if there is none. */
function positionOf(fragments: readonly FragmentPiece[], place: Place): number {
  let [low, high] = [0, fragments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const first = fragments[middle]?.fragment.first;
    if (first && compareKeys(first, place) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** In the order of the database: by bytes. */
function compareKeys(a: Place, b: Place): number {
  return (
    Buffer.compare(Buffer.from(a.nameKey), Buffer.from(b.nameKey)) ||
    Buffer.compare(Buffer.from(a.packageId), Buffer.from(b.packageId))
  );
}

async function* writeFragments(input: FragmentInput, entries: AsyncIterable<ListedEntry>): AsyncGenerator<Fragment> {
  let waiting: ListedEntry[] = [];
  let length = 0;
  /** The positions of the entries that begin another name. */
  let starts: number[] = [];
  for await (const entry of entries) {
    const own = input.lengthOf(entry);
    const isFull = waiting.length >= fragmentSize.most || length + own > fragmentSize.bytes;
    if (input.wholeNames && waiting.length > 0 && waiting.at(-1)?.nameKey !== entry.nameKey)
      starts.push(waiting.length);
    const cut = isFull ? cutOf(waiting.length, input.wholeNames ? starts : undefined) : undefined;
    if (cut !== undefined && cut > 0) {
      yield newFragment(input, waiting.slice(0, cut));
      waiting = waiting.slice(cut);
      length = waiting.reduce((sum, one) => sum + input.lengthOf(one), 0);
      starts = starts.filter((start) => start > cut).map((start) => start - cut);
    }
    waiting.push(entry);
    length += own;
  }
  if (waiting.length > 0) yield newFragment(input, waiting);
}

/** Returns the middle, or the start that is closest to it; undefined if there is none. */
function cutOf(length: number, starts: readonly number[] | undefined): number | undefined {
  const middle = Math.ceil(length / 2);
  if (starts === undefined) return middle;
  return starts.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
}

function keptFragment(kept: FragmentPiece): Fragment {
  const offered = kept.fragment.offered ?? 0;
  return { size: kept.size, offered, piece: () => Promise.resolve(kept), bytes: undefined };
}

function newFragment({ write, pieces, wholeNames }: FragmentInput, entries: readonly ListedEntry[]): Fragment {
  let bytes: Uint8Array | undefined = Buffer.from(write(entries));
  const { size, crc32 } = sumsOf(bytes);
  const [first] = entries;
  if (first === undefined) throw new Error('A fragment has at least one entry.');
  const { part, nameKey } = first;
  // An older package of the name may be committed later: it belongs to this fragment, too.
  const key = { part, nameKey, packageId: wholeNames ? '' : first.packageId };
  const count = entries.length;
  const offered = entries.filter(({ standing }) => standing === 'offered').length;
  let stored: Promise<Piece> | undefined;
  const store = async (plain: Uint8Array): Promise<Piece> => {
    const deflated = await deflateFragment(plain);
    const [sha256, deflatedSha256] = [await pieces.add(plain), await pieces.add(deflated)];
    bytes = undefined;
    const sums = { deflatedSha256, deflatedSize: deflated.byteLength, crc32 };
    return { sha256, size, fragment: { ...sums, count, offered, first: key } };
  };
  return {
    size,
    offered,
    get bytes() {
      return bytes;
    },
    piece: () => (stored ??= store(bytes ?? new Uint8Array())),
  };
}
