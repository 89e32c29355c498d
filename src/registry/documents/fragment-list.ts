/** The content of a document that consists of fragments. */
import { deflateFragment, memberEnd, memberStart, sumsOf } from '../../formats/gzip-member.ts';
import { mostInline, type Piece, type PieceFrame } from '../../storage/documents.ts';
import type { Fragments, Frame } from '../documents.ts';
import type { Fragment } from './fragments.ts';
import { readRange, sizeOfPieces, type OpenPiece } from './read-content.ts';
import { separated } from './separated.ts';

/** The fragments of all entries: their bytes if they are few, otherwise stored pieces. */
export type FragmentList =
  | { readonly bytes: Uint8Array }
  | { readonly set: string; readonly pieces: readonly Piece[]; readonly frame?: PieceFrame | undefined };

/** The number of fragments that are read ahead of the one that is hashed. */
const ahead = 4;

/** Content that `Output.write` recognizes, so that it does not store the fragments again. */
export class FragmentContent implements AsyncIterable<Uint8Array> {
  readonly form: 'plain' | 'gzip';
  readonly #list: () => Promise<FragmentList>;
  readonly #open: OpenPiece;
  readonly #before: Uint8Array | undefined;

  constructor(form: 'plain' | 'gzip', list: () => Promise<FragmentList>, open: OpenPiece, before?: Uint8Array) {
    this.form = form;
    this.#list = list;
    this.#open = open;
    this.#before = before;
  }

  /** Returns the fragments; with the bytes before the gzip member only if they are stored. */
  async list(): Promise<FragmentList> {
    const list = await this.#list();
    if ('bytes' in list || this.#before === undefined) return list;
    const before = Buffer.from(this.#before).toString('base64');
    return { ...list, frame: { head: '', tail: '', ...list.frame, before } };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const list = await this.list();
    if ('bytes' in list) {
      if (this.#before) yield this.#before;
      if (this.form === 'plain') yield list.bytes;
      else yield* [memberStart, await deflateFragment(list.bytes), memberEnd([sumsOf(list.bytes)])];
      return;
    }
    const range = { start: 0, end: sizeOfPieces(this.form, list.pieces, list.frame) - 1 };
    yield* readRange({ form: this.form, ...list }, range, this.#open, ahead);
  }
}

/** `fragments` is called once, when the content is read first. */
export function listFragments(
  set: string,
  fragments: () => AsyncIterable<Fragment>,
  open: OpenPiece,
  frame: Frame | undefined,
): Fragments {
  let list: Promise<FragmentList> | undefined;
  const read = (): Promise<FragmentList> => (list ??= collect(set, fragments(), frame));
  return {
    text: () => new FragmentContent('plain', read, open),
    gzip: (before) => new FragmentContent('gzip', read, open, before),
  };
}

async function collect(
  set: string,
  fragments: AsyncIterable<Fragment>,
  frame: Frame | undefined,
): Promise<FragmentList> {
  let waiting: Fragment[] = [];
  let size = 0;
  let offered = 0;
  const pieces: Piece[] = [];
  for await (const fragment of fragments) {
    waiting.push(fragment);
    size += fragment.size;
    offered += fragment.offered;
    if (size <= mostInline) continue;
    for (const one of waiting) pieces.push(await one.piece());
    waiting = [];
  }
  const content = { offered, size };
  const written = frame && { head: frame.head(content), tail: frame.tail(content), separator: frame.separator };
  if (size > mostInline) return { set, pieces, frame: written };
  const all: Uint8Array[] = [];
  for (const { bytes } of waiting) if (bytes) all.push(bytes);
  // A list that has become small has fragments that are stored.
  if (all.length === waiting.length) {
    const { head = '', tail = '', separator } = written ?? {};
    const filled = all.filter(({ byteLength }) => byteLength > 0);
    const body = separated(filled, separator === undefined ? undefined : Buffer.from(separator));
    return { bytes: Buffer.concat([Buffer.from(head), ...body, Buffer.from(tail)]) };
  }
  for (const one of waiting) pieces.push(await one.piece());
  return { set, pieces, frame: written };
}
