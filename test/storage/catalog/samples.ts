/** Records to test with: valid by themselves, each with an id of its own. */
import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Catalog, Page } from '../../../src/storage/catalog.ts';
import type { CopyOutcome, NewRelease, ReleaseOutcome, ReleaseStored } from '../../../src/storage/releases.ts';
import type {
  Blob,
  NewFile,
  NewPackage,
  NewToken,
  Organization,
  Package,
  Registry,
  UploadSession,
  User,
} from '../../../src/model/records.ts';

/** A whole second, so that it is the same after any store. */
export const NOON = new Date('2026-01-02T12:00:00.000Z');

export function sampleUser(changes: Partial<User> = {}): User {
  return { id: newId(), name: 'Ada', email: 'ada@example.org', createdAt: NOON, ...changes };
}

export function sampleOrganization(changes: Partial<Organization> = {}): Organization {
  return { id: newId(), slug: 'acme', name: 'Acme', createdAt: NOON, ...changes };
}

export function sampleToken(
  owned: { organization: Organization; owner: User },
  changes: Partial<NewToken> = {},
): NewToken {
  return {
    id: newId(),
    digest: hash('sha256', newId()),
    description: 'For a test',
    scopes: ['read_packages', 'write_packages'],
    createdAt: NOON,
    expiresAt: null,
    organizationId: owned.organization.id,
    userId: owned.owner.id,
    registryId: null,
    parentId: null,
    ...changes,
  };
}

export function sampleRegistry(organization: Organization, changes: Partial<Registry> = {}): Registry {
  return {
    id: newId(),
    organizationId: organization.id,
    slug: 'tools',
    name: 'Tools',
    ecosystem: 'debian',
    description: null,
    emoji: null,
    color: null,
    public: false,
    oidcPolicy: null,
    teamIds: [],
    revision: 0,
    keyNumber: 0,
    createdAt: NOON,
    updatedAt: NOON,
    ...changes,
  };
}

export function samplePackage(registry: Registry, changes: Partial<NewPackage> = {}): NewPackage {
  const metadata = { summary: 'A tool', tags: ['a', 'b'], nested: { size: 1 } };
  const { name = 'tool', version = '1.0' } = changes;
  return {
    id: newId(),
    registryId: registry.id,
    name,
    nameKey: name,
    version,
    versionKey: version,
    variant: 'amd64',
    metadata,
    createdAt: NOON,
    publishedBy: { id: newId(), description: 'For a test', issuer: null },
    edition: 1,
    reusableSince: new Date(0),
    ...changes,
  };
}

/** The record of a package that was stored with these bytes as its first file. */
export function storedPackage(stored: NewPackage, { digests }: Blob): Package {
  const {
    nameKey: _nameKey,
    versionKey: _versionKey,
    reusableSince: _reusableSince,
    edition: _edition,
    ...pkg
  } = stored;
  return { ...pkg, projectId: pkg.id, digests, standing: 'offered', notice: null, tags: [] };
}

/** A presigned upload that has not been used. */
export function sampleUpload(registry: Registry, changes: Partial<UploadSession> = {}): UploadSession {
  const { id: registryId, ecosystem } = registry;
  return { id: newId(), registryId, ecosystem, expiresAt: NOON, name: null, file: null, ...changes };
}

/** A blob with these bytes, at a location of its own. */
export function sampleBlob(text: string): Blob {
  const sha256 = hash('sha256', text);
  const location = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.${newId().replaceAll('-', '')}`;
  return { digests: { sha256, sha512: hash('sha512', text) }, size: Buffer.byteLength(text), location };
}

export function sampleFile(text = newId(), name = 'tool_1.0_amd64.deb'): NewFile {
  return asMainFile(name, sampleBlob(text));
}

/** A file beside the main file of its package. */
export function sampleAttached(text: string, name: string): NewFile {
  return { ...sampleFile(text, name), role: 'attached' };
}

export function asMainFile(name: string, blob: Blob): NewFile {
  return { name, role: 'main', mediaType: null, blob };
}

/** An organization with an owner, stored. */
export async function storeOrganization(catalog: Catalog, slug = 'acme') {
  return await catalog.organizations.ensure(sampleOrganization({ slug }), sampleUser());
}

/** A registry, stored. */
export async function storeRegistry(catalog: Catalog, slug = 'tools'): Promise<Registry> {
  const { organization } = await storeOrganization(catalog);
  const registry = sampleRegistry(organization, { slug });
  await catalog.registries.insert(registry, undefined);
  return registry;
}

/** Deletes a registry, and removes its records until none is left. */
export async function deleteRegistry({ registries }: Catalog, { id }: Registry): Promise<void> {
  await registries.delete(id);
  while (!(await registries.clear(id, 1)));
}

/** A package, published. */
export async function storePackage(
  catalog: Catalog,
  registry: Registry,
  changes: Partial<NewPackage> = {},
  files: readonly NewFile[] = [sampleFile()],
): Promise<Package> {
  const entry = { part: 'amd64', text: `Entry of ${changes.name ?? 'tool'} ${changes.version ?? '1.0'}` };
  const outcome = await insertPackage(catalog, samplePackage(registry, changes), files, entry);
  return published(outcome).package;
}

/** Stores packages with different versions; returns them, oldest first. */
export async function storePackages(
  catalog: Catalog,
  registry: Registry,
  count: number,
  name = 'tool',
): Promise<Package[]> {
  const packages: Package[] = [];
  for (let n = 1; n <= count; n++) packages.push(await storePackage(catalog, registry, { name, version: `${n}.0` }));
  return packages;
}

/** An order in which the last published version is the latest. */
export const lastPublished = (): number => 0;

/** The release of a package with these files. */
export function sampleRelease(
  pkg: NewPackage,
  files: readonly NewFile[],
  changes: Partial<NewRelease> = {},
): NewRelease {
  return {
    package: pkg,
    mode: 'new',
    notice: null,
    sameName: 'refuse',
    mustBeComplete: false,
    files,
    stored: new Set(),
    storedUploads: [],
    upload: undefined,
    entries: [],
    project: {},
    replacesProject: true,
    needs: [],
    claims: {},
    mayMiss: false,
    subject: null,
    hidesParts: false,
    tags: [],
    commonVariant: null,
    defaultTag: null,
    compare: lastPublished,
    mostParts: Infinity,
    ...changes,
  };
}

interface SampleEntry {
  readonly part: string;
  readonly text: string;
  readonly mostParts?: number | undefined;
}

/** Publishes a package with one entry or none. The upload has the bytes of the first file. */
export async function insertPackage(
  catalog: Catalog,
  pkg: NewPackage,
  files: readonly NewFile[],
  entry?: SampleEntry,
  upload?: string,
): Promise<ReleaseOutcome> {
  const sha256 = files[0]?.blob.digests.sha256 ?? '';
  return await catalog.packages.publish(
    sampleRelease(pkg, files, {
      entries: entry === undefined ? [] : [{ part: entry.part, text: entry.text }],
      upload: upload === undefined ? undefined : { id: upload, sha256 },
      mostParts: entry?.mostParts ?? Infinity,
    }),
  );
}

/** Copies a package that needs no other one. */
export async function copyPackage(
  catalog: Catalog,
  sourceId: string,
  pkg: NewPackage,
  mostParts = Infinity,
): Promise<CopyOutcome> {
  const requested = { sourceId, package: pkg };
  return await catalog.packages.copy(
    { requested, needed: [] },
    { commonVariant: null, defaultTag: null, compare: lastPublished, mostParts, hidesParts: false },
  );
}

/** The outcome of a publication that must have succeeded with a complete package. */
export function published(outcome: ReleaseOutcome | CopyOutcome): ReleaseStored & { readonly package: Package } {
  if (outcome.outcome === 'published' && outcome.package !== undefined) return { ...outcome, package: outcome.package };
  throw new Error(`The outcome is ${outcome.outcome}.`);
}

/** The versions on a page. */
export function versions(page: Page): string[] {
  return page.items.map((item) => item.version);
}

/** The entries of a part of a registry. */
export async function entriesOf(catalog: Catalog, registry: Registry, part = 'amd64'): Promise<string[]> {
  const entries: string[] = [];
  for await (const { text } of catalog.documents.entries(registry.id, part)) entries.push(text);
  return entries;
}

/** The revision of a registry. */
export async function revisionOf(catalog: Catalog, registry: Registry): Promise<number | undefined> {
  return (await catalog.registries.find(registry.organizationId, registry.slug))?.revision;
}

function hash(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex');
}
