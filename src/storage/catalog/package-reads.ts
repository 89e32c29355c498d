/** The queries of packages and files that nearly every request needs. */
import type { ExpressionBuilder } from 'kysely';
import type { FileQuery, VariantQuery } from '../catalog.ts';
import { preparedQuery } from './prepared-query.ts';
import { selectFiles, selectPackages } from './package-rows.ts';
import type { Schema } from './schema.ts';
import type { Connections } from './transaction.ts';

interface OfPackage {
  readonly packageId: string;
  readonly name?: string;
}

interface OfRegistry {
  readonly registryId: string;
  readonly name?: string;
  readonly sha256?: string;
}

interface OfVersion extends FileQuery {
  readonly registryId: string;
}

interface OfVariant extends VariantQuery {
  readonly registryId: string;
}

interface NameAndVariant {
  readonly registryId: string;
  /** In normal form. */
  readonly nameKey: string;
  readonly variant: string;
}

interface AboutVersion {
  readonly projectId: string;
  /** In normal form. */
  readonly subjectKey: string;
  readonly after: string;
  readonly limit: number;
}

/** The queries on one database. Each returns rows. */
export function createPackageReads(connections: Connections) {
  return {
    byId: preparedQuery(connections, (db, { registryId, id }: { registryId: string; id: string }) =>
      selectPackages(db).where('packages.id', '=', id).where('packages.registry_id', '=', registryId),
    ),
    files: preparedQuery(connections, (db, { packageId, name }: OfPackage) => {
      const files = selectFiles(db).where('package_id', '=', packageId).where('role', '<>', 'derived');
      return (name === undefined ? files : files.where('name', '=', name)).orderBy('position');
    }),
    derivedFile: preparedQuery(connections, (db, { packageId, name }: Required<OfPackage>) =>
      selectFiles(db).where('package_id', '=', packageId).where('name', '=', name).where('role', '=', 'derived'),
    ),
    /** Selects the complete packages whose versions a package needs. */
    neededBy: preparedQuery(connections, (db, { id }: { id: string }) =>
      selectPackages(db)
        .innerJoin('needs', (join) =>
          join
            .onRef('needs.project_id', '=', 'packages.project_id')
            .onRef('needs.version_key', '=', 'packages.version_key'),
        )
        .where('needs.package_id', '=', id)
        .orderBy('packages.id'),
    ),
    /** Selects packages about a version that are not withdrawn, oldest first. */
    about: preparedQuery(connections, (db, { projectId, subjectKey, after, limit }: AboutVersion) =>
      selectPackages(db)
        .where('packages.project_id', '=', projectId)
        .where('packages.subject_key', '=', subjectKey)
        .where('packages.id', '>', after)
        .where('standing', '<>', 'withdrawn')
        .orderBy('packages.id')
        .limit(limit),
    ),
    /** Selects the main files of these packages. */
    filesAbout: preparedQuery(connections, (db, { projectId, subjectKey, limit }: Omit<AboutVersion, 'after'>) =>
      selectFiles(db)
        .innerJoin('packages', 'packages.id', 'files.package_id')
        .where('packages.project_id', '=', projectId)
        .where('packages.subject_key', '=', subjectKey)
        .where('standing', '<>', 'withdrawn')
        .where('files.role', '=', 'main')
        .orderBy('packages.id')
        .limit(limit),
    ),
    fileOfVersion: preparedQuery(connections, (db, { registryId, nameKey, versionKey, fileName }: OfVersion) =>
      selectFiles(db)
        .innerJoin('packages', 'packages.id', 'files.package_id')
        .where('packages.registry_id', '=', registryId)
        .where('name_key', '=', nameKey)
        .where('version_key', '=', versionKey)
        .where('standing', '<>', 'withdrawn')
        .where(isServed)
        .where('files.name', '=', fileName)
        .orderBy('files.package_id', 'desc')
        .limit(1),
    ),
    mainFile: preparedQuery(connections, (db, { registryId, nameKey, versionKey, variant }: OfVariant) =>
      selectFiles(db)
        .innerJoin('packages', 'packages.id', 'files.package_id')
        .where('packages.registry_id', '=', registryId)
        .where('name_key', '=', nameKey)
        .where('version_key', '=', versionKey)
        .where('variant', '=', variant)
        .where('standing', '<>', 'withdrawn')
        .where('role', '=', 'main'),
    ),
    offeredVersions: preparedQuery(connections, (db, { registryId, nameKey, variant }: NameAndVariant) =>
      db
        .selectFrom('packages')
        .where('registry_id', '=', registryId)
        .where('name_key', '=', nameKey)
        .where('variant', '=', variant)
        .where('standing', '=', 'offered')
        .select('version'),
    ),
    /**
     * Selects the newest file of a registry with this name or digest, of a package that is neither withdrawn nor in a
     * quarantined project.
     */
    newestFile: preparedQuery(connections, (db, { registryId, name, sha256 }: OfRegistry) => {
      let files = selectFiles(db)
        .innerJoin('packages', 'packages.id', 'files.package_id')
        .where('files.registry_id', '=', registryId)
        .where('files.role', '<>', 'derived')
        .where('packages.standing', '<>', 'withdrawn')
        .where(isServed);
      if (name !== undefined) files = files.where('files.name', '=', name);
      if (sha256 !== undefined) files = files.where('files.sha256', '=', sha256);
      return files.orderBy('files.package_id', 'desc').limit(1);
    }),
  };
}

/** Reads one row by its key, while `exists` could be made a join of all projects. */
function isServed({ eb, selectFrom }: ExpressionBuilder<Pick<Schema, 'packages' | 'projects'>, 'packages'>) {
  const project = selectFrom('projects').whereRef('projects.id', '=', 'packages.project_id');
  return eb(project.select('projects.status'), 'is distinct from', 'quarantined');
}
