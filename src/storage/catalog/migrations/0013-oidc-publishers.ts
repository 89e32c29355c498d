import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Packages may be published with tokens of OIDC issuers. */
export const oidcPublishers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('packages').addColumn('publisher_issuer', 'text').execute();
  },
};
