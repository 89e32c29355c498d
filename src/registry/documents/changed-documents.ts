/** The changes of a rendering, compared with the documents before it. */
import type { ChangedSet, Piece, StoredDocument } from '../../storage/documents.ts';
import type { DraftDocument } from './output.ts';

export interface ChangedDocuments {
  readonly documents: readonly StoredDocument[];
  readonly sets: readonly ChangedSet[];
}

/**
 * A document with equal bytes is not stored again. One that was not written again no longer exists.
 */
export function changedDocuments(
  before: readonly StoredDocument[],
  drafts: readonly DraftDocument[],
  { revision, date }: { readonly revision: number; readonly date: Date },
): ChangedDocuments {
  const earlier = new Map(before.map((document) => [document.name, document]));
  const from = before.reduce((latest, document) => Math.max(latest, document.from + 1), revision);
  const documents: StoredDocument[] = [];
  for (const draft of drafts) {
    const last = earlier.get(draft.name);
    if (last && isEqual(last, draft)) continue;
    documents.push({ ...draft, from, lastModified: laterThan(last?.lastModified, date) });
  }
  const written = new Set(drafts.map(({ name }) => name));
  for (const last of before) {
    if (written.has(last.name) || last.content.form === 'removed') continue;
    const lastModified = laterThan(last.lastModified, date);
    documents.push({ ...last, from, content: { form: 'removed' }, size: 0, lastModified });
  }
  return { documents, sets: changedSets(before, documents, from) };
}

function isEqual(last: StoredDocument, { digests }: DraftDocument): boolean {
  const { sha256, md5, sha1 } = last.digests;
  return last.content.form !== 'removed' && sha256 === digests.sha256 && md5 === digests.md5 && sha1 === digests.sha1;
}

/** In whole seconds, like HTTP dates. Clients such as apt detect a new index only by this date. */
function laterThan(before: Date | undefined, date: Date): Date {
  return before === undefined || before < date ? date : new Date(before.getTime() + 1000);
}

function changedSets(before: readonly StoredDocument[], after: readonly StoredDocument[], from: number): ChangedSet[] {
  const [earlier, later] = [piecesBySet(before), piecesBySet(after)];
  return [...later].map(([set, pieces]) => {
    const last = earlier.get(set);
    const gained = [...pieces.values()].filter(({ sha256 }) => !last?.has(sha256));
    const lost = [...(last?.keys() ?? [])].filter((sha256) => !pieces.has(sha256));
    return { set, gained, lost, isNew: last === undefined, lastFrom: from - 1 };
  });
}

function piecesBySet(documents: readonly StoredDocument[]): Map<string, Map<string, Piece>> {
  const sets = new Map<string, Map<string, Piece>>();
  for (const { content } of documents) {
    if (!('pieces' in content)) continue;
    const pieces = sets.get(content.set) ?? new Map<string, Piece>();
    for (const piece of content.pieces) pieces.set(piece.sha256, piece);
    sets.set(content.set, pieces);
  }
  return sets;
}
