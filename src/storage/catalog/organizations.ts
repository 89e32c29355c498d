import type { Organizations, OwnedOrganization } from '../catalog.ts';
import type { Organization, User } from '../../model/records.ts';
import { preparedQuery } from './prepared-query.ts';
import { transact } from './transaction.ts';
import type { Connections, Database } from './transaction.ts';

/** Organizations and their owners. */
export function createOrganizations(connections: Connections): Organizations {
  const { read, write } = connections;
  const bySlug = preparedQuery(connections, (db, { slug }: { slug: string }) =>
    db.selectFrom('organizations').where('slug', '=', slug).select(['id', 'slug', 'name', 'created_at']),
  );
  return {
    find: async (slug) => {
      const [row] = await bySlug({ slug });
      return row && { id: row.id, slug: row.slug, name: row.name, createdAt: new Date(row.created_at) };
    },

    async ensure(organization, owner) {
      const existing = toOwned(await selectBySlug(read, organization).execute());
      return existing ?? (await insert(write, organization, owner));
    },

    async oldest() {
      const inOrder = selectWithOwner(read).orderBy('organizations.created_at').orderBy('organizations.id');
      return toOwned(await inOrder.limit(1).execute());
    },
  };
}

async function insert(write: Database, organization: Organization, owner: User): Promise<OwnedOrganization> {
  return await transact(write, async (trx, undo) => {
    await trx
      .insertInto('users')
      .values({ id: owner.id, name: owner.name, email: owner.email, created_at: owner.createdAt.toISOString() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const inserted = await trx
      .insertInto('organizations')
      .values({
        id: organization.id,
        slug: organization.slug,
        name: organization.name,
        owner_id: owner.id,
        created_at: organization.createdAt.toISOString(),
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst();
    const stored = toOwned(await selectBySlug(trx, organization).execute());
    if (stored === undefined) throw new Error(`The organization ${organization.slug} was not stored.`);
    return inserted === undefined ? undo(stored) : stored;
  });
}

function selectBySlug(db: Database, { slug }: Pick<Organization, 'slug'>) {
  return selectWithOwner(db).where('organizations.slug', '=', slug);
}

function selectWithOwner(db: Database) {
  return db
    .selectFrom('organizations')
    .innerJoin('users', 'users.id', 'organizations.owner_id')
    .select(['organizations.id', 'organizations.slug', 'organizations.name', 'organizations.created_at'])
    .select([
      'users.id as owner_id',
      'users.name as owner_name',
      'users.email',
      'users.created_at as owner_created_at',
    ]);
}

type OwnedRow = Awaited<ReturnType<ReturnType<typeof selectWithOwner>['execute']>>[number];

function toOwned([row]: readonly OwnedRow[]): OwnedOrganization | undefined {
  if (row === undefined) return undefined;
  return {
    organization: { id: row.id, slug: row.slug, name: row.name, createdAt: new Date(row.created_at) },
    owner: { id: row.owner_id, name: row.owner_name, email: row.email, createdAt: new Date(row.owner_created_at) },
  };
}
