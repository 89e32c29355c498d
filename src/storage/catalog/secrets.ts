import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** Returns the stored secret of a name. If there is none, stores and returns `made`. */
export async function shareSecret({ read, write }: Connections, name: string, made: string): Promise<string> {
  const there = await findSecret(read, name);
  if (there !== undefined) return there;
  return await transact(write, async (trx) => {
    await trx
      .insertInto('secrets')
      .values({ name, value: made })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    // This server's secret, or that of a server that was faster.
    const stored = await findSecret(trx, name);
    if (stored === undefined) throw new Error(`The secret ${name} was not stored.`);
    return stored;
  });
}

async function findSecret(db: Database, name: string): Promise<string | undefined> {
  const query = db.selectFrom('secrets').where('name', '=', name).select('value');
  return (await query.executeTakeFirst())?.value;
}
