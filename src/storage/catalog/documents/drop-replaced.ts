import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { DocumentVersion } from '../../documents.ts';
import { ROWS_AT_A_TIME } from '../read-in-pages.ts';
import { unreferencePieces } from '../unreference.ts';
import { transact, type Database } from '../transaction.ts';

/** Yields the versions that were replaced before a time, and documents that were removed before it, in order. */
export async function* findReplaced(read: Database, before: Date): AsyncGenerator<DocumentVersion> {
  const time = before.toISOString();
  const all = read
    .selectFrom('documents')
    .select(['registry_id', 'name', 'from_revision', 'last_modified', 'form'])
    .orderBy('registry_id')
    .orderBy('name')
    .orderBy('from_revision')
    .limit(ROWS_AT_A_TIME);
  let page = all;
  for (;;) {
    const rows = await page.execute();
    for (const [n, row] of rows.entries()) {
      const next = rows[n + 1];
      const isReplaced = next?.registry_id === row.registry_id && next.name === row.name && next.last_modified < time;
      if (isReplaced || (row.form === 'removed' && row.last_modified < time)) {
        yield { registryId: row.registry_id, name: row.name, from: row.from_revision };
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_A_TIME) return;
    // The last row is read again, because the version after it is on the next page.
    const previous = rows.at(-2) ?? last;
    page = all.where(
      sql<boolean>`(registry_id, name, from_revision) > (${previous.registry_id}, ${previous.name}, ${previous.from_revision})`,
    );
    await nextTurn();
  }
}

/** Removes versions of documents, and the pieces that no document has afterwards. */
export async function dropVersions(write: Database, versions: readonly DocumentVersion[]): Promise<void> {
  await transact(write, async (trx) => {
    const sets = new Map<string, SetOfPieces>();
    for (const { registryId, name, from } of versions) {
      const row = await trx
        .deleteFrom('documents')
        .where('registry_id', '=', registryId)
        .where('name', '=', name)
        .where('from_revision', '=', from)
        .returning(['registry_id', 'part', 'set_name'])
        .executeTakeFirst();
      const set = row?.set_name ?? null;
      if (row && set !== null) sets.set(`${registryId} ${set}`, { ...row, set_name: set });
    }
    for (const set of sets.values()) await dropPieces(trx, set);
  });
}

interface SetOfPieces {
  readonly registry_id: string;
  readonly part: string;
  readonly set_name: string;
}

/** Removes the pieces of a set that only removed versions had. */
async function dropPieces(trx: Database, { registry_id, part, set_name }: SetOfPieces): Promise<void> {
  const oldest = await trx
    .selectFrom('documents')
    .where('registry_id', '=', registry_id)
    .where('part', '=', part)
    .where('set_name', '=', set_name)
    .select((select) => select.fn.min('from_revision').as('from'))
    .executeTakeFirstOrThrow();
  const ofSet = trx
    .selectFrom('document_pieces')
    .where('registry_id', '=', registry_id)
    .where('set_name', '=', set_name);
  // The minimum is null if no document has the set. Then none of its pieces is in use.
  const from: number | null = oldest.from;
  const unused = from === null ? ofSet : ofSet.where('last_revision', '<', from);
  const pieces = await unused.select(['sha256', 'deflated_sha256']).execute();
  if (pieces.length === 0) return;
  await unreferencePieces(trx, pieces);
  await trx
    .deleteFrom('document_pieces')
    .where('registry_id', '=', registry_id)
    .where('set_name', '=', set_name)
    .where(
      'sha256',
      'in',
      pieces.map(({ sha256 }) => sha256),
    )
    .execute();
}
