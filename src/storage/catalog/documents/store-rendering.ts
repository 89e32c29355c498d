import type { Selectable } from 'kysely';
import { createPauses } from '../../../model/pauses.ts';
import type { ChangedSet, NewRendering, PartRendering, RenderedPart, Stored } from '../../documents.ts';
import { adopt, holdBlobs } from '../blob-rows.ts';
import { preparedStatement } from '../prepared-query.ts';
import { holdRegistry } from '../revisions.ts';
import type { DocumentsTable } from './tables.ts';
import { transact, type Database } from '../transaction.ts';
import { toDocumentRow, toRendering } from './document-rows.ts';

const NOTHING: Stored = { stored: false, adopted: new Set() };

/**
 * In one transaction that holds the registry's row, so that renderings are stored one after the other. A first rendering
 * may have thousands of documents, so it pauses: with SQLite, all statements run on this thread.
 */
export async function storeRendering(write: Database, rendering: NewRendering): Promise<Stored> {
  const { registryId, scope, previous, parts, documents, blobs, reused, sets } = rendering;
  const pause = createPauses();
  return await transact(write, async (trx) => {
    if (!(await holdRegistry(trx, registryId))) return NOTHING;
    if (!isSame(await findRendering(trx, registryId, scope), previous)) return NOTHING;
    const adopted = await adopt(trx, blobs);
    await holdBlobs(trx, reused);
    for (const set of sets) {
      await changeSet(trx, registryId, set);
      await pause();
    }
    for (const document of documents) {
      await insertDocument(trx, toDocumentRow(registryId, document));
      await pause();
    }
    for (const part of parts) {
      await storePart(trx, registryId, part);
      await pause();
    }
    return { stored: true, adopted };
  });
}

const insertDocument = preparedStatement((trx, row: Selectable<DocumentsTable>) =>
  trx.insertInto('documents').values(row),
);

async function findRendering(trx: Database, registryId: string, part: string): Promise<PartRendering | undefined> {
  const query = trx.selectFrom('parts').where('registry_id', '=', registryId).where('part', '=', part);
  const row = await query.select(['rendered', 'basis', 'rendered_at', 'expires_at', 'line']).executeTakeFirst();
  return row && toRendering(row);
}

function isSame(a: PartRendering | undefined, b: PartRendering | undefined): boolean {
  return a?.rendered === b?.rendered && a?.basis === b?.basis && a?.expiresAt?.getTime() === b?.expiresAt?.getTime();
}

async function changeSet(
  trx: Database,
  registryId: string,
  { set, isNew, gained, lost, lastFrom }: ChangedSet,
): Promise<void> {
  // Pieces of versions before the latest one, which did not have the set.
  if (isNew) {
    await trx
      .updateTable('document_pieces')
      .set({ last_revision: lastFrom })
      .where('registry_id', '=', registryId)
      .where('set_name', '=', set)
      .where('last_revision', 'is', null)
      .execute();
  }
  for (const { sha256, fragment } of gained) {
    const deflated = fragment?.deflatedSha256 ?? null;
    await putPiece(trx, { registry_id: registryId, set_name: set, sha256, deflated_sha256: deflated });
  }
  if (lost.length === 0) return;
  await trx
    .updateTable('document_pieces')
    .set({ last_revision: lastFrom })
    .where('registry_id', '=', registryId)
    .where('set_name', '=', set)
    .where('sha256', 'in', lost)
    .execute();
}

interface NewPieceRow {
  readonly registry_id: string;
  readonly set_name: string;
  readonly sha256: string;
  readonly deflated_sha256: string | null;
}

const putPiece = preparedStatement((trx, row: NewPieceRow) =>
  trx
    .insertInto('document_pieces')
    .values({ ...row, last_revision: null })
    .onConflict((conflict) =>
      conflict.columns(['registry_id', 'set_name', 'sha256']).doUpdateSet({ last_revision: null }),
    ),
);

async function storePart(
  trx: Database,
  registryId: string,
  { part, rendered, basis, date, expiresAt, line, isEmpty }: RenderedPart,
): Promise<void> {
  const times = { rendered_at: date.toISOString(), expires_at: expiresAt?.toISOString() ?? null };
  const columns = { rendered, basis, ...times, line };
  if (isEmpty) {
    await trx
      .deleteFrom('parts')
      .where('registry_id', '=', registryId)
      .where('part', '=', part)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('entries')
              .whereRef('entries.registry_id', '=', 'parts.registry_id')
              .whereRef('entries.part', '=', 'parts.part')
              .select('package_id'),
          ),
        ),
      )
      .execute();
    const ofPart = trx.updateTable('parts').where('registry_id', '=', registryId).where('part', '=', part);
    await ofPart.set(columns).execute();
    return;
  }
  await putRendering(trx, { registry_id: registryId, part, ...columns });
}

interface RenderingRow {
  readonly registry_id: string;
  readonly part: string;
  readonly rendered: number;
  readonly basis: string;
  readonly rendered_at: string;
  readonly expires_at: string | null;
  readonly line: string;
}

const putRendering = preparedStatement((trx, row: RenderingRow) => {
  const { rendered, basis, rendered_at, expires_at, line } = row;
  return trx
    .insertInto('parts')
    .values({ ...row, revision: 0 })
    .onConflict((conflict) =>
      conflict.columns(['registry_id', 'part']).doUpdateSet({ rendered, basis, rendered_at, expires_at, line }),
    );
});
