import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Lists of the registries of an ecosystem, by slug, do not read those of others. */
export const registriesByEcosystem: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex('registries_of_organization_by_ecosystem')
      .on('registries')
      .columns(['organization_id', 'ecosystem', 'slug'])
      .execute();
  },
};
