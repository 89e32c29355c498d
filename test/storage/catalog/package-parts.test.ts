/** Packages that are parts of others, which lists omit: needed ones, and those about others. */
import { beforeEach, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { NewRelease, NewTag } from '../../../src/storage/releases.ts';
import type { Registry } from '../../../src/model/records.ts';
import { lastPublished, published, sampleFile, samplePackage, sampleRelease, storeRegistry } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
});

async function publish(version: string, changes: Partial<NewRelease> = {}) {
  const pkg = samplePackage(registry, { version, versionKey: version });
  const release = { mode: 'any', hidesParts: true, ...changes } as const;
  const outcome = await catalog.packages.publish(sampleRelease(pkg, [sampleFile(`bytes of ${version}`)], release));
  return published(outcome).package;
}

const tagged = (tag: string): readonly NewTag[] => [{ tag, if: 'always' }];

async function listed(): Promise<string[]> {
  const query = { limit: 1, nameKey: 'tool' };
  const { items, hasOlder } = await catalog.packages.page(registry.id, { limit: 10 });
  const first = await catalog.packages.page(registry.id, query);
  // The pages before and after agree with the whole list.
  expect([first.items.length, first.hasOlder, hasOlder]).toEqual([Math.min(1, items.length), items.length > 1, false]);
  return items.map(({ version }) => version).toSorted();
}

const remove = (id: string, options = {}) =>
  catalog.packages.delete(registry.id, id, { hidesParts: true, keepsSubjects: true, ...options });

it('lists a package until another one needs it, and again when that is deleted', async () => {
  await publish('image');
  const before = await listed();
  const index = await publish('index', { needs: ['image'] });
  const during = await listed();
  await remove(index.id);
  expect([before, during, await listed()]).toEqual([['image'], ['index'], ['image']]);
});

it('does not list a package that was needed before it was published', async () => {
  await publish('index', { needs: ['image'], mayMiss: true });
  const image = await publish('image');
  expect([await listed(), await remove(image.id)]).toEqual([['index'], { outcome: 'needed', by: ['index'] }]);
});

it('lists a part as long as it has a tag', async () => {
  const seen = [];
  const image = await publish('image', { tags: tagged('latest') });
  await publish('index', { needs: ['image'] });
  seen.push(await listed());
  await publish('other', { tags: tagged('latest') });
  seen.push(await listed());
  const place = { registryId: registry.id, projectId: image.projectId, compare: lastPublished, hidesParts: true };
  const by = { id: null, description: 'test', issuer: null };
  for (const packageId of [image.id, null]) {
    await catalog.projects.change(place, { tags: [{ tag: 'latest', packageId }] }, by);
    seen.push(await listed());
  }
  const all = ['image', 'index', 'other'];
  expect(seen).toEqual([['image', 'index'], ['index', 'other'], all, ['index', 'other']]);
});

it('does not list a package about an existing one, in either order', async () => {
  const seen = [];
  const early = await publish('early signature', { subject: 'image' });
  seen.push(await listed());
  const image = await publish('image');
  seen.push(await listed());
  await publish('late signature', { subject: 'image' });
  seen.push(await listed());
  const files = await catalog.packages.filesAbout(image.projectId, 'image', 9);
  const first = await catalog.packages.filesAbout(image.projectId, 'image', 1);
  const about = await catalog.packages.about(image.projectId, 'image', { limit: 9 });
  const later = await catalog.packages.about(image.projectId, 'image', { limit: 9, after: early.id });
  const versions = [about, later].map((packages) => packages.map(({ version }) => version));
  expect([seen, versions]).toEqual([
    [['early signature'], ['image'], ['image']],
    [['early signature', 'late signature'], ['late signature']],
  ]);
  const owners = [files, first].map((list) => list.map(({ packageId }) => packageId));
  expect(owners).toEqual([about, about.slice(0, 1)].map((packages) => packages.map(({ id }) => id)));
});

it('keeps the subject of others, or lists them after it is deleted', async () => {
  const image = await publish('image');
  await publish('signature', { subject: 'image' });
  const kept = await remove(image.id);
  const deleted = await remove(image.id, { keepsSubjects: false });
  expect([kept, deleted, await listed()]).toEqual([
    { outcome: 'needed', by: ['signature'] },
    { outcome: 'deleted' },
    ['signature'],
  ]);
});

it('copies what a package is about', async () => {
  const signature = await publish('signature', { subject: 'image' });
  const to = await storeRegistry(catalog, 'to');
  const pkg = samplePackage(to, { version: 'signature', versionKey: 'signature' });
  const options = {
    commonVariant: null,
    defaultTag: null,
    compare: lastPublished,
    mostParts: Infinity,
    hidesParts: true,
  };
  const copies = { needed: [], requested: { sourceId: signature.id, package: pkg } };
  const copy = published(await catalog.packages.copy(copies, options)).package;
  const about = await catalog.packages.about(copy.projectId, 'image', { limit: 9 });
  expect(about.map(({ id }) => id)).toEqual([copy.id]);
});

it('lists all packages of ecosystems that list parts', async () => {
  await publish('image', { hidesParts: false });
  await publish('index', { needs: ['image'], hidesParts: false });
  expect(await listed()).toEqual(['image', 'index']);
});

it('finds a blob by its SHA-512', async () => {
  const { digests } = await publish('image');
  const found = [await catalog.blobs.sha256Of(digests.sha512), await catalog.blobs.sha256Of('0'.repeat(128))];
  expect(found).toEqual([digests.sha256, undefined]);
});

it('lists projects by name, in pages', async () => {
  for (const name of ['b', 'a/c', 'a']) {
    const pkg = samplePackage(registry, { name, nameKey: name });
    await catalog.packages.publish(sampleRelease(pkg, [sampleFile(name)]));
  }
  const pages = [{ limit: 2 }, { limit: 2, after: 'a/c' }];
  const names = await Promise.all(pages.map((page) => catalog.projects.list(registry.id, page)));
  expect(names.map((page) => page.map(({ name }) => name))).toEqual([['a', 'a/c'], ['b']]);
});

it('leaves out tags of withdrawn packages if only those of others are requested', async () => {
  const image = await publish('image', { tags: tagged('old') });
  await publish('other', { tags: tagged('new') });
  const place = { registryId: registry.id, projectId: image.projectId, compare: lastPublished };
  const standing = { packageId: image.id, standing: 'withdrawn', notice: null } as const;
  await catalog.projects.change(place, { standings: [standing] }, { id: null, description: 'test', issuer: null });
  const lists = [{ limit: 9 }, { limit: 9, offered: true }];
  const tags = await Promise.all(lists.map((page) => catalog.projects.tags(image.projectId, page)));
  expect(tags.map((list) => list.map(({ tag }) => tag))).toEqual([['new', 'old'], ['new']]);
});
