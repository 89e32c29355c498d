/** Searches of names, compared with a list in memory. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { NamePosition, SearchPlace } from '../../../src/storage/names.ts';
import { searchKey } from '../../../src/model/search-key.ts';
import type { Organization, Registry } from '../../../src/model/records.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { deleteRegistry, sampleRegistry, storeOrganization, storePackage } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let organization: Organization;
let registries: { readonly debs: Registry; readonly wheels: Registry; readonly images: Registry };

beforeEach(async () => {
  catalog = await database.open();
  ({ organization } = await storeOrganization(catalog));
  registries = {
    debs: await storeRegistry('debs', 'debian'),
    wheels: await storeRegistry('wheels', 'python'),
    images: await storeRegistry('images', 'oci'),
  };
});

async function storeRegistry(slug: string, ecosystem: Registry['ecosystem']): Promise<Registry> {
  const registry = sampleRegistry(organization, { slug, ecosystem });
  await catalog.registries.insert(registry, undefined);
  return registry;
}

async function store(registry: Registry, ...names: readonly string[]): Promise<void> {
  for (const name of names) await storePackage(catalog, registry, { name, nameKey: name });
}

async function find(text: string, place: Partial<SearchPlace> = {}, size = 100): Promise<string[]> {
  const found: string[] = [];
  for (let after: NamePosition | undefined; ;) {
    const page = await catalog.names.search(
      { organizationId: organization.id, ...place },
      { text, after, limit: size },
    );
    found.push(...page.map(({ name, registry }) => `${registry.slug} ${name}`));
    after = page.at(-1);
    if (page.length < size) return found;
  }
}

interface Stored {
  readonly slug: keyof typeof registries;
  readonly name: string;
}

/** The names that a search finds among these, which are in the order of their publication. */
function findIn(stored: readonly Stored[], text: string, { slug }: { readonly slug?: string | undefined }): string[] {
  const key = searchKey(text);
  const bytes = (name: string): Buffer => Buffer.from(searchKey(name));
  const inPlace = stored.filter((one) => slug === undefined || one.slug === slug);
  const beginning = inPlace.filter(({ name }) => searchKey(name).startsWith(key));
  const others = inPlace.filter(({ name }) => !searchKey(name).startsWith(key) && searchKey(name).includes(key));
  return [
    ...beginning.toSorted((a, b) => Buffer.compare(bytes(a.name), bytes(b.name))),
    ...([...key].length < 3 ? [] : others.toReversed()),
  ].map(({ slug: found, name }) => `${found} ${name}`);
}

const anyName = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...'abAB-_./@+"%*'), minLength: 1, maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(...'aéßẞΣσς\u0301İı🍌가각\\{},'), minLength: 1, maxLength: 8 }),
  },
  fc.constantFrom(
    '@acme/left-pad',
    '@acme/right-pad',
    'library/alpine',
    'ghcr.io/acme/alpine',
    'libstdc++6',
    'NEAR',
    'OR',
  ),
);

it('finds the same names as a list in memory, in the same order, with pages of any size', async () => {
  const slugs = fc.constantFrom('debs', 'wheels', 'images');
  const stored = fc.uniqueArray(fc.record({ slug: slugs, name: anyName }), {
    maxLength: 25,
    selector: ({ slug, name }) => `${slug} ${name}`,
  });
  const texts = fc.array(
    fc.oneof(anyName, fc.string({ unit: fc.constantFrom(...'ab-"*'), minLength: 1, maxLength: 4 })),
    {
      minLength: 10,
      maxLength: 10,
    },
  );
  await fc.assert(
    fc.asyncProperty(stored, texts, fc.integer({ min: 1, max: 7 }), async (names, searched, size) => {
      for (const { slug, name } of names) await store(registries[slug], name);
      const parts = names.map(({ name }) => [...name].slice(1, 6).join('')).filter((part) => part !== '');
      for (const text of [...searched, ...parts]) {
        expect(await find(text, {}, size), text).toEqual(findIn(names, text, {}));
        const ofRegistry = await find(text, { registryId: registries.wheels.id }, size);
        expect(ofRegistry, text).toEqual(findIn(names, text, { slug: 'wheels' }));
        expect(await find(text, { ecosystem: 'python' }, size), text).toEqual(ofRegistry);
      }
      for (const [slug, { ecosystem }] of Object.entries(registries)) {
        await deleteRegistry(catalog, registries[slug as keyof typeof registries]);
        registries = { ...registries, [slug]: await storeRegistry(slug, ecosystem) };
      }
    }),
    { numRuns: rounds(40) },
  );
});

describe('a text', () => {
  it.each([
    '"',
    '""',
    '" OR part : "a',
    'NEAR(a b)',
    'a*',
    '*',
    '%',
    '_%_',
    String.raw`\%`,
    '{a,b}',
    'abc" AND registry : "',
    '^abc',
    'part:abc',
    'NOT abc',
    '\0',
    'ab\0c',
    '\uD800',
    'ab\uDFFFc',
    '\uFFFF\uFFFF0',
    '🍌🍌🍌',
    'x'.repeat(200),
  ])('is never syntax: %j', async (text) => {
    const name = `before ${text.toWellFormed().replaceAll(/[\0\uFFFF]/g, '')} behind`;
    const stored = ['abc', name, `${name.slice(7)} first`].map((one) => ({ slug: 'debs', name: one }) as const);
    await store(registries.debs, ...stored.map((one) => one.name));
    expect(await find(text)).toEqual(findIn(stored, text, {}));
  });
});

it('counts the found names of each registry, up to a limit', async () => {
  await store(registries.debs, 'libone', 'libtwo', 'one-lib', 'two-lib', 'other');
  await store(registries.wheels, 'libthree', 'pylib');
  const count = async (text: string, most: number) => {
    const counts = await catalog.names.count({ organizationId: organization.id }, text, most);
    return Object.fromEntries(counts.map(({ registry, names }) => [registry.slug, names]));
  };
  expect(await count('lib', 100)).toEqual({ debs: 4, wheels: 2 });
  expect(Object.values(await count('lib', 5)).reduce((sum, names) => sum + names, 0)).toBe(5);
  expect(await count('li', 100)).toEqual({ debs: 2, wheels: 1 });
  expect(await count('nothing', 100)).toEqual({});
});

it('does not find the names of other organizations and of deleted registries', async () => {
  await store(registries.debs, 'alpha');
  await store(registries.wheels, 'alpha');
  const others = await storeOrganization(catalog, 'others');
  const other = sampleRegistry(others.organization, { slug: 'debs' });
  await catalog.registries.insert(other, undefined);
  await store(other, 'alpha', 'an alpha');
  await catalog.registries.delete(registries.wheels.id);
  for (const text of ['alpha', 'lph']) expect(await find(text)).toEqual(['debs alpha']);
  expect(await find('lph', { organizationId: others.organization.id })).toEqual(['debs an alpha', 'debs alpha']);
  while (!(await catalog.registries.clear(registries.wheels.id, 1)));
  expect(await find('alpha')).toEqual(['debs alpha']);
});
