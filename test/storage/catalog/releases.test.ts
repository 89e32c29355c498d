/** Releases that are more than one new file: files that arrive later, stored bytes, tags, needs, several entries. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mapAll } from '../../../src/api/map-all.ts';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { NewRelease, NewTag } from '../../../src/storage/releases.ts';
import type { NewPackage, Registry } from '../../../src/model/records.ts';
import {
  lastPublished,
  copyPackage,
  entriesOf,
  published,
  revisionOf,
  sampleAttached,
  sampleFile,
  samplePackage,
  sampleRelease,
  storeRegistry,
} from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
});

type Files = NewRelease['files'];

/** Publishes version 1.0 of the project `tool`, unless specified otherwise. */
async function publish(files: Files, changes: Partial<NewRelease> = {}, pkg: Partial<NewPackage> = {}) {
  const release = sampleRelease(samplePackage(registry, pkg), files, { mode: 'any', ...changes });
  return await catalog.packages.publish(release);
}

async function publishVersion(version: string, changes: Partial<NewRelease> = {}) {
  return published(await publish([sampleFile(`bytes of ${version}`)], changes, { version, versionKey: version }))
    .package;
}

const file = (fileName: string) =>
  catalog.packages.findFile(registry.id, { nameKey: 'tool', versionKey: '1.0', fileName });

async function listed(): Promise<string[]> {
  return (await catalog.packages.page(registry.id, { limit: 10 })).items.map(({ version }) => version);
}

describe('a version whose files arrive one after the other', () => {
  const jar = sampleAttached('jar', 'a/tool.jar');
  const pom = sampleFile('pom', 'a/tool.pom');

  it('is served by file name before its main file, and listed after it', async () => {
    const first = await publish([jar], { entries: [{ part: 'amd64', text: 'of the jar' }] });
    const before = [first, await listed(), await entriesOf(catalog, registry), (await file('a/tool.jar'))?.blob];
    const { package: pkg } = published(
      await publish([pom], { entries: [{ part: 'amd64', text: 'of the pom' }], project: { home: 'x' } }),
    );
    const names = (await catalog.packages.files(pkg.id)).map(({ name, role }) => `${role} ${name}`);
    expect([
      before,
      await listed(),
      await entriesOf(catalog, registry),
      names,
      (await catalog.projects.find(registry.id, 'tool'))?.metadata,
    ]).toEqual([
      [{ outcome: 'published', package: undefined, adopted: new Set([jar.blob.location]) }, [], [], jar.blob],
      ['1.0'],
      ['of the pom'],
      ['main a/tool.pom', 'attached a/tool.jar'],
      { home: 'x' },
    ]);
  });

  it('is the same in the other order', async () => {
    const { id } = published(await publish([pom])).package;
    const added = published(await publish([jar])).package;
    expect([added.id, (await catalog.packages.files(id)).map(({ name }) => name)]).toEqual([
      id,
      ['a/tool.pom', 'a/tool.jar'],
    ]);
  });

  it('changes nothing if a file is sent again', async () => {
    await publish([pom]);
    await publish([jar], { tags: [{ tag: 'latest', if: 'always' }] });
    const revision = await revisionOf(catalog, registry);
    const again = await publish([sampleAttached('jar', 'a/tool.jar')], { tags: [{ tag: 'latest', if: 'always' }] });
    expect([again.outcome, await revisionOf(catalog, registry)]).toEqual(['published', revision]);
  });

  it.each([
    ['an attached file', jar, sampleAttached('other', jar.name)],
    ['a main file', pom, sampleFile('other', pom.name)],
    ['a main file with another name', pom, sampleFile('other', 'a/other.pom')],
  ])('keeps its bytes: %s', async (_, kept, other) => {
    await publish([jar]);
    await publish([pom]);
    const { sha256, sha512 } = kept.blob.digests;
    const revision = await revisionOf(catalog, registry);
    expect(await publish([other])).toEqual({ outcome: 'file-exists', name: kept.name, digests: { sha256, sha512 } });
    expect([
      (await file(kept.name))?.blob,
      await revisionOf(catalog, registry),
      await catalog.blobs.isAdopted(other.blob.location),
    ]).toEqual([kept.blob, revision, false]);
  });

  describe('one of which states the digest of the main file', () => {
    const otherPom = sampleFile('other pom', pom.name);
    const sums = { ...sampleAttached('sums', 'a/tool.sums'), mainSha256: pom.blob.digests.sha256 };
    const refusal = (isNew: boolean) => {
      const main = { name: pom.name, sha256: otherPom.blob.digests.sha256 };
      return { outcome: 'other-main', name: sums.name, isNew, stated: sums.mainSha256, main };
    };

    it('has that main file, or none', async () => {
      published(await publish([pom]));
      expect((await publish([sums])).outcome).toBe('published');
      expect((await publish([sums, pom])).outcome).toBe('published');
    });

    it('rejects another main file that comes later, until the file is replaced', async () => {
      await publish([sums]);
      const revision = await revisionOf(catalog, registry);
      expect(await publish([otherPom])).toEqual(refusal(false));
      expect([await listed(), await revisionOf(catalog, registry)]).toEqual([[], revision]);
      const replacement = { ...sampleAttached('new sums', sums.name), mainSha256: otherPom.blob.digests.sha256 };
      await publish([replacement], { sameName: 'replace' });
      published(await publish([otherPom]));
    });

    it('rejects the file after another main file, also one that is copied, and keeps nothing of it', async () => {
      const { id } = published(await publish([otherPom])).package;
      expect(await publish([sums])).toEqual(refusal(true));
      expect([await file(sums.name), await catalog.blobs.isAdopted(sums.blob.location)]).toEqual([undefined, false]);
      const other = await storeRegistry(catalog, 'other');
      await publish([sums], {}, { registryId: other.id });
      expect(await copyPackage(catalog, id, samplePackage(other))).toMatchObject(refusal(false));
    });
  });

  it('gets other bytes where the ecosystem replaces them, and unreferences the old ones', async () => {
    const derived = { ...sampleFile('derived', 'a/tool.xml'), role: 'derived' } as const;
    await publish([pom, derived], {
      entries: [
        { part: 'amd64', text: 'old' },
        { part: 'arm64', text: 'old' },
      ],
    });
    const other = sampleFile('other', 'a/other.pom');
    await publish([other], { sameName: 'replace', entries: [{ part: 'amd64', text: 'new' }] });
    expect([
      await file(pom.name),
      await file(derived.name),
      (await file(other.name))?.blob,
      await entriesOf(catalog, registry, 'amd64'),
      await entriesOf(catalog, registry, 'arm64'),
      new Set(await catalog.blobs.unreferenced(9)),
    ]).toEqual([undefined, undefined, other.blob, ['new'], [], new Set([pom.blob.location, derived.blob.location])]);
  });

  it('keeps the claims of its main file, and gives them to copies', async () => {
    const claimsOf = async ({ id }: { readonly id: string }) => await catalog.editions.claims(id);
    await publish([jar], { claims: { of: 'the jar' } });
    const { package: pkg } = published(await publish([pom], { claims: { of: ['the pom', null] } }));
    await publish([sampleAttached('more', 'a/more.jar')], { claims: { of: 'another file' } });
    const claims = [await claimsOf(pkg)];
    const destination = await storeRegistry(catalog, 'others');
    const copied = published(await copyPackage(catalog, pkg.id, samplePackage(destination))).package;
    await publish([sampleFile('other', 'a/other.pom')], { sameName: 'replace', claims: { of: 'the other pom' } });
    claims.push(await claimsOf(pkg), await claimsOf(copied));
    await publish([pom], { sameName: 'replace' });
    claims.push(await claimsOf(pkg));
    await catalog.packages.delete(destination.id, copied.id);
    claims.push(await claimsOf(copied));
    expect(claims).toEqual([{ of: ['the pom', null] }, { of: 'the other pom' }, { of: ['the pom', null] }, {}, {}]);
  });

  it('must exist if its files only extend it', async () => {
    const before = await publish([jar], { mode: 'existing' });
    await publish([pom], { mode: 'new' });
    const after = await publish([jar], { mode: 'existing' });
    expect([before, after.outcome]).toEqual([{ outcome: 'no-package' }, 'published']);
  });

  it('must be complete if the client expects so', async () => {
    expect([await publish([jar], { mustBeComplete: true }), await file(jar.name)]).toEqual([
      { outcome: 'incomplete' },
      undefined,
    ]);
  });

  it('completes a new package, but no complete one', async () => {
    await publish([jar]);
    const outcomes = [await publish([pom], { mode: 'new' }), await publish([pom], { mode: 'new' })];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['published', 'exists']);
  });
});

describe('stored bytes', () => {
  const layer = sampleAttached('layer', 'layer');
  const stored = new Set([layer.blob.digests.sha256]);

  it('are those of another package of the registry', async () => {
    await publish([sampleFile(), layer], {}, { version: '0.1', versionKey: '0.1' });
    const { adopted } = published(await publish([sampleFile('main'), sampleAttached('layer', 'again')], { stored }));
    expect([adopted.size, (await file('again'))?.blob]).toEqual([1, layer.blob]);
  });

  it('are not those of another registry, nor of a deleted package', async () => {
    const other = await storeRegistry(catalog, 'other');
    await catalog.packages.publish(sampleRelease(samplePackage(other), [sampleFile(), layer]));
    const old = published(await publish([sampleFile(), layer], {}, { version: '0.1', versionKey: '0.1' })).package;
    await catalog.packages.delete(registry.id, old.id);
    const outcome = await publish([sampleFile('main'), layer], { stored });
    expect([outcome, await file('layer')]).toEqual([
      { outcome: 'no-bytes', sha256: layer.blob.digests.sha256 },
      undefined,
    ]);
  });
});

describe('tags', () => {
  const tags = async (): Promise<string[]> => {
    const project = await catalog.projects.find(registry.id, 'tool');
    const all = await catalog.projects.tags(project?.id ?? '', { limit: 10 });
    return all.map(({ tag, version }) => `${tag} ${version}`);
  };

  it('move, or stay if they exist, and are read with the package', async () => {
    await publishVersion('1.0', {
      tags: [
        { tag: 'stable', if: 'always' },
        { tag: 'first', if: 'absent' },
      ],
    });
    const { id } = await publishVersion('2.0', {
      tags: [
        { tag: 'stable', if: 'always' },
        { tag: 'first', if: 'absent' },
        { tag: 'beta', if: 'absent' },
      ],
    });
    expect([await tags(), (await catalog.packages.find(registry.id, id))?.tags]).toEqual([
      ['beta 2.0', 'first 1.0', 'stable 2.0'],
      ['beta', 'stable'],
    ]);
  });

  it('are at most 1,000 of one package, and the default one', async () => {
    const pkg = await publishVersion('1.0');
    const other = await publishVersion('2.0', { defaultTag: 'latest' });
    const tagsOf = (from: number, count: number): NewTag[] =>
      Array.from({ length: count }, (_, n) => ({ tag: `t${from + n}`, if: 'always' }));
    const add = async (added: NewTag[]): Promise<string> => {
      const again = sampleRelease(samplePackage(registry, pkg), [], { mode: 'any', tags: added });
      return (await catalog.packages.publish(again)).outcome;
    };
    const outcomes = new Set<string>();
    for (let from = 0; from < 999; from += 100) outcomes.add(await add(tagsOf(from, Math.min(100, 999 - from))));
    const revision = await revisionOf(catalog, registry);
    const last = [await add(tagsOf(998, 3)), await revisionOf(catalog, registry)];
    last.push(await add(tagsOf(998, 2)), await add(tagsOf(0, 100)), await add(tagsOf(1000, 1)));
    expect([[...outcomes], last]).toEqual([
      ['published'],
      ['too-many-tags', revision, 'published', 'published', 'too-many-tags'],
    ]);
    await catalog.packages.delete(registry.id, other.id, { defaultTag: { tag: 'latest', compare: () => 0 } });
    expect((await catalog.packages.find(registry.id, pkg.id))?.tags.length).toBe(1001);
  });

  it.each<[string, NewTag['if'], string | null]>([
    ['another version', { at: '2.0' }, '1.0'],
    ['nothing', { at: null }, '1.0'],
  ])('must point to %s', async (_, condition, version) => {
    await publishVersion('1.0', { tags: [{ tag: 'main', if: { at: null } }] });
    const revision = await revisionOf(catalog, registry);
    const outcome = await publish(
      [sampleFile()],
      { tags: [{ tag: 'main', if: condition }] },
      { version: '3.0', versionKey: '3.0' },
    );
    expect([outcome, await tags(), await listed(), await revisionOf(catalog, registry)]).toEqual([
      { outcome: 'tag-elsewhere', tag: 'main', version },
      ['main 1.0'],
      ['1.0'],
      revision,
    ]);
  });

  it('move if they point to the expected version, once of many concurrent attempts', async () => {
    await publishVersion('1.0', { tags: [{ tag: 'main', if: { at: null } }] });
    const catalogs = [catalog, await database.open()];
    const attempts = Array.from({ length: 6 }, (_, n) =>
      (catalogs[n % 2] ?? catalog).packages.publish(
        sampleRelease(samplePackage(registry, { version: `2.${n}`, versionKey: `2.${n}` }), [], {
          mode: 'any',
          tags: [{ tag: 'main', if: { at: '1.0' } }],
        }),
      ),
    );
    const outcomes = (await Promise.all(attempts)).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(['published', ...Array.from({ length: 5 }, () => 'tag-elsewhere')]);
  });

  it('do not travel with a copy, and go with their package', async () => {
    const { id } = await publishVersion('1.0', { tags: [{ tag: 'main', if: 'always' }] });
    const to = await storeRegistry(catalog, 'to');
    const copy = published(await copyPackage(catalog, id, samplePackage(to))).package;
    await publishVersion('2.0');
    await catalog.packages.delete(registry.id, id);
    expect([copy.tags, await tags()]).toEqual([[], []]);
  });

  it('the default one is set once, and moves to the highest version when its package goes', async () => {
    const defaultTag = 'latest';
    const packages = [];
    for (const version of ['1', '10', '9']) packages.push(await publishVersion(version, { defaultTag }));
    const seen = [await tags()];
    for (const at of [0, 1, 2]) {
      const compare = (a: string, b: string): number => Number(a) - Number(b);
      await catalog.packages.delete(registry.id, packages[at]?.id ?? '', { defaultTag: { tag: defaultTag, compare } });
      seen.push(await tags());
    }
    expect(seen).toEqual([['latest 1'], ['latest 10'], ['latest 9'], []]);
    const changes = await catalog.changes.after(registry.id, 0, 9);
    const [first, second, third] = packages.map(({ id }) => [{ tag: defaultTag, package: id }]);
    expect(changes.map(({ details }) => details?.['tags'])).toEqual([
      first,
      undefined,
      undefined,
      second,
      third,
      undefined,
    ]);
  });
});

describe('needs', () => {
  const index = (needs: readonly string[], changes: Partial<NewRelease> = {}) =>
    publish([sampleFile('index')], { needs, ...changes }, { version: 'index', versionKey: 'index' });

  it('must exist in the project', async () => {
    await publishVersion('1');
    expect([await index(['1', '2']), await listed()]).toEqual([{ outcome: 'no-version', versionKey: '2' }, ['1']]);
  });

  it('keep a version from being deleted as long as they last', async () => {
    const child = await publishVersion('1');
    const parent = published(await index(['1'])).package;
    const rejected = await catalog.packages.delete(registry.id, child.id);
    const versions = await listed();
    await catalog.packages.delete(registry.id, parent.id);
    expect([rejected, versions, await catalog.packages.delete(registry.id, child.id)]).toEqual([
      { outcome: 'needed', by: ['index'] },
      ['index', '1'],
      { outcome: 'deleted' },
    ]);
  });

  it('do not keep a registry from being deleted', async () => {
    await publishVersion('1');
    await index(['1']);
    await catalog.registries.delete(registry.id);
    while (!(await catalog.registries.clear(registry.id, 1)));
    expect(await catalog.registries.deleted()).toEqual([]);
  });

  it('are copied before those that need them, all or nothing', async () => {
    const to = await storeRegistry(catalog, 'to');
    const child = await publishVersion('1');
    const parent = published(await index(['1'])).package;
    expect((await catalog.packages.neededBy(parent.id)).map(({ id }) => id)).toEqual([child.id]);
    const requested = {
      sourceId: parent.id,
      package: samplePackage(to, { version: 'index', versionKey: 'index' }),
    };
    const needed = [{ sourceId: child.id, package: samplePackage(to, { version: '1', versionKey: '1' }) }];
    const options = {
      commonVariant: null,
      defaultTag: null,
      compare: lastPublished,
      mostParts: Infinity,
      hidesParts: false,
    };
    const alone = await catalog.packages.copy({ requested, needed: [] }, options);
    const none = (await catalog.packages.page(to.id, { limit: 9 })).items;
    const copied = published(await catalog.packages.copy({ requested, needed }, options)).package;
    const [again, other] = [
      await catalog.packages.copy({ requested, needed }, options),
      await catalog.packages.neededBy(copied.id),
    ];
    expect([alone.outcome, none, again.outcome, other.map(({ version }) => version)]).toEqual([
      'no-version',
      [],
      'exists',
      ['1'],
    ]);
  });

  it('may exist in the destination of a copy with the same bytes only', async () => {
    const [same, others] = [await storeRegistry(catalog, 'same'), await storeRegistry(catalog, 'others')];
    const child = await publishVersion('1');
    const parent = published(await index(['1'])).package;
    const outcomes = [];
    for (const [to, text] of [
      [same, 'bytes of 1'],
      [others, 'other bytes'],
    ] as const) {
      const version = { version: '1', versionKey: '1' };
      await catalog.packages.publish(sampleRelease(samplePackage(to, version), [sampleFile(text)]));
      const requested = { sourceId: parent.id, package: samplePackage(to, { version: 'index', versionKey: 'index' }) };
      const needed = [{ sourceId: child.id, package: samplePackage(to, version) }];
      outcomes.push(
        await catalog.packages.copy(
          { requested, needed },
          { commonVariant: null, defaultTag: null, compare: lastPublished, mostParts: Infinity, hidesParts: false },
        ),
      );
    }
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['published', 'file-exists']);
  });
});

it('a release has entries in several parts, and a deletion removes all of them', async () => {
  const entries = ['amd64', 'arm64'].map((part) => ({ part, text: `in ${part}` }));
  const { id } = published(await publish([sampleFile()], { entries })).package;
  const to = await storeRegistry(catalog, 'to');
  await copyPackage(catalog, id, samplePackage(to));
  await catalog.packages.delete(registry.id, id);
  expect([
    await entriesOf(catalog, to, 'amd64'),
    await entriesOf(catalog, to, 'arm64'),
    await entriesOf(catalog, registry, 'arm64'),
    await mapAll(catalog.documents.parts(registry.id), ({ part, isListed }) => `${part} ${isListed}`),
  ]).toEqual([['in amd64'], ['in arm64'], [], ['amd64 false', 'arm64 false']]);
});

it.each<[string, Files, Partial<NewRelease>]>([
  ['a file', [sampleAttached('more', 'more')], {}],
  ['a tag', [], { tags: [{ tag: 'main', if: 'always' }] }],
])('a release that adds %s to a listed package changes its part', async (_, files, changes) => {
  await publish([sampleFile()], { entries: [{ part: 'amd64', text: '' }] });
  await publish([sampleFile('other')], { entries: [{ part: 'arm64', text: '' }] }, { name: 'other', nameKey: 'other' });
  await publish(files, changes);
  const parts = await mapAll(catalog.documents.parts(registry.id), ({ part, revision }) => `${part} ${revision}`);
  expect(parts).toEqual(['amd64 3', 'arm64 2']);
});

it('a release without files is a package that is found by its tag only', async () => {
  const outcome = await publish([], { tags: [{ tag: 'main', if: { at: null } }] });
  const project = await catalog.projects.find(registry.id, 'tool');
  const tag = await catalog.projects.tag(project?.id ?? '', 'main');
  expect([outcome, await listed(), tag?.version]).toEqual([
    { outcome: 'published', package: undefined, adopted: new Set() },
    [],
    '1.0',
  ]);
});

it('the metadata of a copy stays that of the project in the destination, if there is one', async () => {
  const to = await storeRegistry(catalog, 'to');
  const [first, second] = [
    await publishVersion('1', { project: { at: 1 } }),
    await publishVersion('2', { project: { at: 2 } }),
  ];
  const seen = [];
  for (const { id, version } of [second, first]) {
    await copyPackage(catalog, id, samplePackage(to, { version, versionKey: version }));
    await publishVersion(`after ${version}`, { project: { at: 3 } });
    seen.push((await catalog.projects.find(to.id, 'tool'))?.metadata);
  }
  expect(seen).toEqual([{ at: 2 }, { at: 2 }]);
});
