import type { Catalog } from '../catalog.ts';
import { createBlobs } from './blobs.ts';
import { createDocuments } from './documents/index.ts';
import { createChanges } from './changes.ts';
import { createEditions } from './editions.ts';
import { createEntries } from './entries.ts';
import { createNames } from './names.ts';
import { createOrganizations } from './organizations.ts';
import { createPackages } from './packages.ts';
import { createProjects } from './projects.ts';
import { createRegistries } from './registries.ts';
import { shareSecret } from './secrets.ts';
import { createSessions } from './sessions.ts';
import { createTokens } from './tokens.ts';
import type { Connections } from './transaction.ts';
import { createUploads } from './uploads.ts';

/** Assembles a catalog on a migrated database of any dialect. `migrated` are the migrations that were just run. */
export function createCatalog(
  connections: Connections,
  close: () => Promise<void>,
  migrated: readonly string[] = [],
): Catalog {
  return {
    wasMigrated: (name) => migrated.includes(name),
    organizations: createOrganizations(connections),
    tokens: createTokens(connections),
    sessions: createSessions(connections),
    registries: createRegistries(connections),
    projects: createProjects(connections),
    names: createNames(connections),
    packages: createPackages(connections),
    uploads: createUploads(connections),
    blobs: createBlobs(connections),
    documents: createDocuments(connections),
    changes: createChanges(connections),
    editions: createEditions(connections),
    entries: createEntries(connections),
    secret: (name, made) => shareSecret(connections, name, made),
    check: async () => {
      await connections.read.selectFrom('organizations').select('id').limit(1).execute();
    },
    close,
  };
}
