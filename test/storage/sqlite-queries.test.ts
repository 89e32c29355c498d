import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mapAll } from '../../src/api/map-all.ts';
import type { Catalog } from '../../src/storage/catalog.ts';
import type { Package, Registry } from '../../src/model/records.ts';
import { createCatalog } from '../../src/storage/catalog/create-catalog.ts';
import { prepareOn } from '../../src/storage/catalog/prepared-query.ts';
import { migrate } from '../../src/storage/catalog/migrate.ts';
import type { Schema } from '../../src/storage/catalog/schema.ts';
import { createSqliteDialect } from '../../src/storage/catalog/sqlite/sqlite-dialect.ts';
import { alwaysOurs } from '../../src/storage/catalog/sqlite/turns.ts';
import {
  NOON,
  copyPackage,
  entriesOf,
  insertPackage,
  sampleAttached,
  sampleBlob,
  sampleFile,
  samplePackage,
  sampleRelease,
  sampleUpload,
  storePackage,
  storeRegistry,
} from './catalog/samples.ts';
import { documentOfPiece, samplePartRendering, sampleRendering } from './catalog/sample-renderings.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const statements = new Set<string>();
let database: DatabaseSync;
let catalog: Catalog;
let registry: Registry;
let pkg: Package;

beforeEach(async () => {
  database = new DatabaseSync(join(folder(), 'catalog.db'));
  const db = new Kysely<Schema>({
    dialect: createSqliteDialect(() => Promise.resolve(database)),
    log: ({ query }) => void statements.add(query.sql),
  });
  await migrate(db);
  catalog = createCatalog({ read: db, write: db, prepare: prepareOn(db), beginTurn: alwaysOurs }, () => db.destroy());
  registry = await storeRegistry(catalog);
  pkg = await storePackage(catalog, registry);
  statements.clear();
});
afterEach(() => catalog.close());

/** Everything that is done with each request or by the work behind it. */
const uses: Readonly<Record<string, () => Promise<unknown>>> = {
  'finding an organization': () => catalog.organizations.find('acme'),
  'finding a token': () => catalog.tokens.findByDigest('00'),
  'finding a session': () => catalog.sessions.find('00'),
  'using a session': () => catalog.sessions.used('00', NOON),
  'ending a session': () => catalog.sessions.delete('00'),
  'finding a registry': () => catalog.registries.find(registry.organizationId, 'tools'),
  'listing registries': () => mapAll(catalog.registries.list(registry.organizationId), (one) => one),
  'updating a registry': () => catalog.registries.update(registry.id, { name: 'New' }, NOON),
  'deleting a registry': () => catalog.registries.delete(registry.id),
  'clearing a registry': async () => {
    await catalog.uploads.insert(sampleUpload(registry));
    await storeDocuments();
    await catalog.packages.delete(registry.id, pkg.id);
    await storePackage(catalog, registry);
    await catalog.registries.delete(registry.id);
    for (const id of await catalog.registries.deleted()) while (!(await catalog.registries.clear(id, 1)));
  },
  'forgetting removals of entries': () => {
    const { id: registryId, ecosystem } = registry;
    const removal = { registryId, ecosystem, part: 'amd64', nameKey: 'tool', revision: 2 };
    return catalog.documents.forgetRemoved([removal, { ...removal, nameKey: 'other' }]);
  },
  'asking for a registry that is being deleted': () =>
    catalog.registries.isBeingDeleted(registry.organizationId, 'tools'),
  'reading signing keys': () => catalog.registries.signingKeys(registry.id, NOON),
  'finding a package': () => catalog.packages.find(registry.id, pkg.id),
  'a first page': () => catalog.packages.page(registry.id, { limit: 2 }),
  'a page after a package': () => catalog.packages.page(registry.id, { limit: 2, after: pkg.id }),
  'a page before a package': () => catalog.packages.page(registry.id, { limit: 2, before: pkg.id }),
  'a page by its number': () => catalog.packages.page(registry.id, { limit: 2, skip: 1 }),
  'a page of a name by its number': () => catalog.packages.page(registry.id, { limit: 2, nameKey: 'tool', skip: 1 }),
  'a page beyond the last one': () => catalog.packages.page(registry.id, { limit: 2, skip: 9 }),
  'a page of a name': () => catalog.packages.page(registry.id, { limit: 2, nameKey: 'tool' }),
  'a page of a name after a package': () =>
    catalog.packages.page(registry.id, { limit: 2, nameKey: 'tool', after: pkg.id }),
  'a page of a name before a package': () =>
    catalog.packages.page(registry.id, { limit: 2, nameKey: 'tool', before: pkg.id }),
  'listing files': () => catalog.packages.files(pkg.id),
  'finding a file': () => catalog.packages.file(pkg.id, 'a.deb'),
  'listing the offered versions of a name': () =>
    catalog.packages.offeredVersions(registry.id, { nameKey: 'demo', variant: 'amd64' }),
  'finding a file by its name': () => catalog.packages.findFileByName(registry.id, 'a.deb'),
  'finding a file by its digest': () => catalog.packages.findFileBySha256(registry.id, '00'),
  'finding a file of a version': () =>
    catalog.packages.findFile(registry.id, { nameKey: 'tool', versionKey: '1.0', fileName: 'a.deb' }),
  'finding a project': () => catalog.projects.find(registry.id, 'tool'),
  // The id of a project is that of its first package.
  'listing tags': () => catalog.projects.tags(pkg.id, { limit: 2 }),
  'finding needed packages': () => catalog.packages.neededBy(pkg.id),
  'listing registries of an ecosystem': () =>
    catalog.registries.ofEcosystem(registry.organizationId, 'debian', { after: '', limit: 2 }),
  'finding the files of packages about a version': () => catalog.packages.filesAbout(pkg.id, '1.0', 2),
  'finding packages about a version': () => catalog.packages.about(pkg.id, '1.0', { limit: 2 }),
  'finding a blob by its SHA-512': () => catalog.blobs.sha256Of('00'),
  'listing projects': () => catalog.projects.list(registry.id, { limit: 2 }),
  'listing tags of packages that are not withdrawn': () => catalog.projects.tags(pkg.id, { limit: 2, offered: true }),
  'publishing and deleting packages with parts': publishParts,
  'publishing files of a package': publishMore,
  'finding a tag': () => catalog.projects.tag(pkg.id, 'latest'),
  publishing: () =>
    insertPackage(catalog, samplePackage(registry, { version: '2' }), [sampleFile()], { part: 'p', text: '' }),
  'publishing again': () => insertPackage(catalog, samplePackage(registry), [sampleFile()], undefined),
  copying: () => copyPackage(catalog, pkg.id, samplePackage(registry, { version: '3' })),
  'deleting a package': () => catalog.packages.delete(registry.id, pkg.id),
  'abandoning a blob': async () => {
    await catalog.packages.delete(registry.id, pkg.id);
    await catalog.blobs.abandon(await catalog.blobs.unreferenced(1));
    await catalog.blobs.forget(['unknown']);
  },
  'asking for an adopted location': () => catalog.blobs.isAdopted('unknown'),
  'listing access tokens': () => mapAll(catalog.tokens.listAccess(registry.organizationId), (one) => one),
  'finding an access token': () => catalog.tokens.findAccess(registry.organizationId, 'unknown'),
  'listing tokens of a registry': () => mapAll(catalog.tokens.listOfRegistry(registry.id), (one) => one),
  'finding a token of a registry': () => catalog.tokens.findOfRegistry(registry.id, 'unknown'),
  'describing a token': () => catalog.tokens.describe('unknown', 'New'),
  'deleting a token': () => catalog.tokens.delete(registry.organizationId, 'unknown'),
  'using a token': () => catalog.tokens.used('unknown', NOON),
  'sharing a secret': () => catalog.secret('new', 'secret'),
  'storing an upload': async () => {
    const upload = sampleUpload(registry);
    await catalog.uploads.insert(upload);
    await catalog.uploads.store(upload.id, sampleFile());
    await catalog.uploads.find(upload.id);
  },
  'sending an upload in pieces': async () => {
    const upload = sampleUpload(registry);
    await catalog.uploads.insert(upload);
    await appendTwice(upload.id);
    await catalog.uploads.size(upload.id);
    await catalog.uploads.pieces(upload.id);
    const blob = sampleBlob('joined');
    await catalog.uploads.finish(upload.id, {
      name: blob.digests.sha256,
      blob: { ...blob, size: 10 },
      expiresAt: NOON,
    });
    await catalog.uploads.findNamed(registry.id, blob.digests.sha256, NOON);
  },
  'deleting expired uploads': async () => {
    await catalog.uploads.insert(sampleUpload(registry));
    await catalog.uploads.deleteExpired(new Date(NOON.getTime() + 1), 10);
  },
  'searching names': () => catalog.names.search(everywhere(), { text: 'tool', limit: 2 }),
  'searching names after another': () =>
    catalog.names.search(everywhere(), { text: 'tool', after: { number: 9, key: 'tool' }, limit: 2 }),
  'searching parts of names after another': () =>
    catalog.names.search(everywhere(), { text: 'ool', after: { number: 9, key: 'tool' }, limit: 2 }),
  'searching names in a registry': () =>
    catalog.names.search({ ...everywhere(), registryId: registry.id }, { text: 'tool', limit: 2 }),
  'searching names of an ecosystem': () =>
    catalog.names.search({ ...everywhere(), ecosystem: 'debian' }, { text: 'tool', limit: 2 }),
  'counting found names': () => catalog.names.count(everywhere(), 'tool', 10),
  'ordering versions': () => catalog.names.order('debian', { compare: () => 0, defaultTag: null }, 10),
  'listing what is left out of an index': () => catalog.entries.leftOut(registry.id, 2),
  'reading changes': () => catalog.changes.after(registry.id, 0, 2),
  'deleting old changes': () => catalog.changes.deleteOld(new Date('9999-01-01'), 2),
  'counting packages of an earlier edition': () => catalog.editions.countEarlier('debian', 2),
  'a page of packages of an earlier edition': () => mapAll(catalog.editions.earlier('debian', 2), (one) => one),
  'storing a later reading': () =>
    catalog.editions.replace({
      packageId: pkg.id,
      registryId: registry.id,
      edition: 2,
      read: [pkg.digests.sha256],
      createdAt: NOON,
      metadata: {},
      derived: [{ ...sampleFile(), name: 'derived', role: 'derived' }],
      entries: [],
    }),
  'listing parts': () => mapAll(catalog.documents.parts(registry.id), (one) => one),
  'finding a part': () => catalog.documents.part(registry.id, 'amd64'),
  'reading entries': () => entriesOf(catalog, registry),
  'reading a range of entries': async () => {
    const key = { part: 'amd64', nameKey: 'a', packageId: pkg.id };
    await mapAll(catalog.documents.entries(registry.id, 'amd64', { from: key, before: key }), (one) => one);
  },
  'finding changed entries': () => catalog.documents.changes(registry.id, 'amd64', 0, 9),
  'finding the project of a part': () => catalog.documents.project(registry.id, 'tool'),
  'storing documents': storeDocuments,
  'finding a document': () =>
    catalog.documents.current({ registryId: registry.id, name: 'Packages', scope: '', reads: ['amd64', 'all'] }),
  'finding a document by its digest': () => catalog.documents.byDigest(registry.id, '00'),
  'finding the blobs of a document': () => catalog.documents.blobs(registry.id, 'Packages'),
  'finding the blob of a piece': () => catalog.documents.pieceBlob(registry.id, '00'),
  'dropping documents': async () => {
    await storeDocuments();
    await catalog.documents.drop([{ registryId: registry.id, name: 'Packages', from: 1 }]);
  },
};

/**
 * Adds a file, tags and a need to a package, and replaces its main file and its entries. Deletes the package with the
 * default tag.
 */
async function publishMore(): Promise<void> {
  const main = { ...sampleFile('main', 'main'), role: 'main' } as const;
  const release = sampleRelease(samplePackage(registry), [main, sampleAttached('more', 'more')], {
    mode: 'any',
    sameName: 'replace',
    entries: [{ part: 'other', text: '' }],
    mostParts: 3,
    needs: ['2'],
    tags: [{ tag: 'latest', if: { at: null } }],
    commonVariant: null,
    defaultTag: 'default',
  });
  const other = samplePackage(registry, { version: '2', versionKey: '2' });
  await catalog.packages.publish({ ...release, package: other, needs: [], tags: [] });
  await catalog.packages.publish(release);
  const shared = { stored: new Set([main.blob.digests.sha256]), sameName: 'refuse', needs: [] } as const;
  await catalog.packages.publish({
    ...release,
    ...shared,
    package: samplePackage(registry, { version: '3' }),
    tags: [],
  });
  await catalog.packages.delete(registry.id, pkg.id, { defaultTag: { tag: 'default', compare: () => 0 } });
  await catalog.packages.delete(registry.id, other.id, { defaultTag: { tag: 'default', compare: () => 0 } });
}

async function publishParts(): Promise<void> {
  const release = sampleRelease(samplePackage(registry), [sampleFile('index')], { mode: 'any', hidesParts: true });
  const index = samplePackage(registry, { version: 'index', versionKey: 'index' });
  await catalog.packages.publish({ ...release, package: index, needs: ['2'], mayMiss: true });
  const signature = samplePackage(registry, { version: 'signature', versionKey: 'signature' });
  await catalog.packages.publish({ ...release, package: signature, subject: 'index' });
  await catalog.packages.delete(registry.id, index.id, { hidesParts: true, keepsSubjects: true });
  await catalog.packages.delete(registry.id, signature.id, { hidesParts: true });
}

async function appendTwice(id: string): Promise<void> {
  for (const offset of [0, 5]) {
    const blob = sampleBlob(`part${offset}`);
    await catalog.uploads.append(id, { offset, blob, mostBytes: 10, mostPieces: 2, expiresAt: NOON });
  }
}

async function storeDocuments(): Promise<void> {
  const { document, blob, set } = documentOfPiece('text', 1);
  const parts = ['', 'amd64'].map((part) => ({ ...samplePartRendering(1), part, isEmpty: part !== '' }));
  const changes = { parts, documents: [document], blobs: [blob], sets: [{ ...set, lost: ['00'] }] };
  await catalog.documents.store(sampleRendering(registry, changes));
  await catalog.documents.latest(registry.id, 'amd64');
}

const everywhere = () => ({ organizationId: registry.organizationId });

/** The steps in which SQLite runs a statement. */
function planOf(statement: string): string[] {
  return database
    .prepare(`explain query plan ${statement}`)
    .all()
    .map((step) => String(step['detail']));
}

it.each(Object.keys(uses))('searches rather than scans: %s', async (name) => {
  await uses[name]?.();
  const plans = [...statements].map((statement) => ({ statement, plan: planOf(statement) }));
  // The list of unreferenced locations is read from its start, which is what a scan with a limit does. The steps of a
  // search in the index of parts of names, and in the found names, are called scans.
  const scanning = plans.filter(({ plan }) =>
    plan.some((step) =>
      /^SCAN (?!unreferenced_blobs\b|names_index VIRTUAL TABLE|found$|counted$|\(subquery|\d+-ROW VALUES)/.test(step),
    ),
  );
  expect({ ran: plans.length > 0, scanning }).toEqual({ ran: true, scanning: [] });
});

it.each(Object.keys(uses).filter((name) => /page|entries|by its|listing/.test(name)))(
  'needs no sorting: %s',
  async (name) => {
    await uses[name]?.();
    const sorting = [...statements].filter((statement) =>
      planOf(statement).some((step) => step.includes('TEMP B-TREE')),
    );
    expect(sorting).toEqual([]);
  },
);

it('appends a piece of an upload without locking its registry', async () => {
  const upload = sampleUpload(registry);
  await catalog.uploads.insert(upload);
  statements.clear();
  await appendTwice(upload.id);
  expect([...statements].filter((statement) => /^update "(?!uploads|blobs)/.test(statement))).toEqual([]);
});

it.each([
  ['a page of a name', 'registry_id=? AND name_key=?'],
  ['a page of a name after a package', 'registry_id=? AND name_key=? AND id<?'],
  ['a page of a name before a package', 'registry_id=? AND name_key=? AND id>?'],
  ['a page after a package', 'registry_id=? AND id<?'],
  ['finding a file by its name', 'registry_id=? AND name=?'],
  ['finding a file by its digest', 'sha256=? AND registry_id=?'],
  ['finding a file of a version', 'package_id=? AND name=?'],
  ['listing tags', 'project_id=? AND tag>?'],
  ['searching names', 'organization_id=? AND key>? AND key<?'],
  ['searching names in a registry', 'registry_id=? AND key>? AND key<?'],
  ['searching names of an ecosystem', 'organization_id=? AND ecosystem=? AND key>? AND key<?'],
  ['ordering versions', 'ecosystem=?'],
  ['listing registries', 'organization_id=? AND id>?'],
  ['listing access tokens', 'organization_id=? AND registry_id=? AND id>?'],
  ['listing tokens of a registry', 'registry_id=? AND id>?'],
  ['deleting expired uploads', 'expires_at<?'],
  ['sending an upload in pieces', 'registry_id=? AND name=?'],
  ['sending an upload in pieces', 'upload_id=?'],
  ['a page of packages of an earlier edition', 'registry_id=? AND edition<?'],
  ['reading changes', 'registry_id=? AND revision>?'],
  ['deleting old changes', 'at<?'],
  ['listing parts', 'registry_id=? AND part=?'],
  ['reading entries', 'registry_id=? AND part=?'],
  ['finding a document by its digest', 'sha256=? AND registry_id=?'],
  ['finding changed entries', 'registry_id=? AND part=? AND revision>?'],
])('reads only rows that it returns: %s', async (name, search) => {
  await uses[name]?.();
  const steps = [...statements].flatMap(planOf);
  expect(steps.filter((step) => step.endsWith(`(${search})`))).not.toEqual([]);
});
