import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

// An interface would lack the index signature that `withTables` demands.
type Tables = {
  registries: { id: string; name: string; description: string | null; emoji: string | null };
  tokens: { id: string; description: string };
};

/** Names and descriptions have no control characters since 0.2.0; a space replaces each of those that 0.1.0 took. */
export const oneLineTexts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const tables = db.withTables<Tables>();
    const registries = await tables.selectFrom('registries').select(['id', 'name', 'description', 'emoji']).execute();
    for (const { id, ...texts } of registries.filter(isBroken)) {
      await tables.updateTable('registries').set(repaired(texts)).where('id', '=', id).execute();
    }
    const tokens = await tables.selectFrom('tokens').select(['id', 'description']).execute();
    for (const { id, ...texts } of tokens.filter(isBroken)) {
      await tables.updateTable('tokens').set(repaired(texts)).where('id', '=', id).execute();
    }
  },
};

function isBroken(row: object): boolean {
  return Object.values(row).some((text) => typeof text === 'string' && /\p{Cc}/u.test(text));
}

function repaired<Row extends object>(row: Row): Row {
  const texts = Object.entries(row).map(([column, text]): [string, unknown] => [
    column,
    typeof text === 'string' ? text.replaceAll(/\p{Cc}/gu, ' ') : text,
  ]);
  // The columns are those of the row.
  return Object.fromEntries(texts) as Row;
}
