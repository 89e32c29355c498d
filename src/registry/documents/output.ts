/** Writes the documents of a part: small ones into memory, larger ones as pieces. */
import { createHash, hash } from 'node:crypto';
import { cutByContent } from '../../formats/cut-by-content.ts';
import type { DocumentDigests } from '../../model/documents.ts';
import { createPauses } from '../../model/pauses.ts';
import type { ExtraDigest } from '../../model/values.ts';
import { mostInline, type DocumentContent, type Piece, type StoredDocument } from '../../storage/documents.ts';
import type { Output, WrittenDocument } from '../documents.ts';
import { FragmentContent } from './fragment-list.ts';
import type { NewPieces } from './new-pieces.ts';
import { readRange, type OpenPiece } from './read-content.ts';

/** A document of a rendering. */
export interface DraftDocument extends WrittenDocument {
  readonly part: string;
  readonly content: DocumentContent;
}

export interface Writing {
  readonly output: Output;
  readonly drafts: readonly DraftDocument[];
  /** Returns when the first of the documents expires; null if none does. */
  expiresAt(): Date | null;
}

export interface OutputInput {
  readonly part: string;
  readonly partOf: (name: string) => string | undefined;
  /** The latest documents of the part. */
  readonly latest: readonly StoredDocument[];
  readonly pieces: NewPieces;
  readonly open: OpenPiece;
}

export function createOutput({ part, partOf, latest, pieces, open }: OutputInput): Writing {
  const drafts: DraftDocument[] = [];
  let expiresAt: Date | null = null;
  const stored = new Map(latest.map((document) => [document.name, document]));
  const output: Output = {
    async write(name, content, { until, digests = [] } = {}) {
      if (partOf(name) !== part) throw new Error(`The document ${name} does not belong to the part "${part}".`);
      if (until && (expiresAt === null || until < expiresAt)) expiresAt = until;
      const measure = createMeasure(digests);
      const measured = measure.pass(content);
      const written = content instanceof FragmentContent ? await takeFragments(content, measured) : undefined;
      const stays = stored.get(name)?.content;
      const kept = stays && 'pieces' in stays ? stays.pieces : [];
      const finished = written ?? (await cut(name, measured, kept, pieces));
      const draft = { name, part, content: finished, ...measure.result() };
      drafts.push(draft);
      return { name, size: draft.size, digests: draft.digests };
    },

    async previous(name) {
      const document = stored.get(name);
      if (document === undefined || document.content.form === 'removed') return undefined;
      return readRange(document.content, { start: 0, end: document.size - 1 }, open);
    },
  };
  return { output, drafts, expiresAt: () => expiresAt };
}

interface Measure {
  /** Yields the content, and measures it. */
  pass(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Must be called after the end of the content. */
  result(): { readonly size: number; readonly digests: DocumentDigests };
}

function createMeasure(extra: readonly ExtraDigest[]): Measure {
  const sums = (['sha256', ...extra] as const).map((name) => ({ name, sum: createHash(name) }));
  let size = 0;
  const pause = createPauses();
  return {
    async *pass(content) {
      for await (const chunk of content) {
        for (const { sum } of sums) sum.update(chunk);
        size += chunk.byteLength;
        yield chunk;
        // Content in memory has no other pauses.
        const paused = pause();
        if (paused) await paused;
      }
    },
    result() {
      const digests = Object.fromEntries(sums.map(({ name, sum }) => [name, sum.digest('hex')]));
      return { size, digests: { ...digests, sha256: digests['sha256'] ?? '' } };
    },
  };
}

/** Returns undefined if the fragments are so few that the document is stored like any other. */
async function takeFragments(
  content: FragmentContent,
  measured: AsyncIterable<Uint8Array>,
): Promise<DocumentContent | undefined> {
  const list = await content.list();
  if ('bytes' in list) return undefined;
  for await (const chunk of measured) void chunk;
  return { form: content.form, ...list };
}

async function cut(
  name: string,
  content: AsyncIterable<Uint8Array>,
  kept: readonly Piece[],
  pieces: NewPieces,
): Promise<DocumentContent> {
  const chunks = content[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  for (let size = 0; size <= mostInline;) {
    const next = await chunks.next();
    if (next.done === true) return { form: 'inline', bytes: Buffer.concat(head) };
    // A chunk may change when the next one is read.
    head.push(Buffer.from(next.value));
    size += next.value.byteLength;
  }
  const known = new Set(kept.map(({ sha256 }) => sha256));
  const list: Piece[] = [];
  for await (const bytes of cutByContent(resume(head, chunks))) {
    const sha256 = hash('sha256', bytes);
    if (!known.has(sha256)) await pieces.add(bytes);
    list.push({ sha256, size: bytes.byteLength });
  }
  return { form: 'plain', set: name, pieces: list };
}

async function* resume(
  head: readonly Uint8Array[],
  chunks: AsyncIterator<Uint8Array, unknown>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head;
    for (;;) {
      const next = await chunks.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}
