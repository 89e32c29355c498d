/** The versions that a search shows of a name, after any changes of its packages, compared with a list in memory. */
import * as fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Catalog } from '../../../src/storage/catalog.ts';
import type { NewRelease, NewTag } from '../../../src/storage/releases.ts';
import type { ProjectChanges } from '../../../src/storage/projects.ts';
import type { Registry, Standing } from '../../../src/model/records.ts';
import { rounds } from '../../fixtures/rounds.ts';
import { NOON, published, sampleAttached, sampleFile, samplePackage, sampleRelease, storeRegistry } from './samples.ts';
import { useDatabase } from './test-database.ts';

const database = useDatabase();
let catalog: Catalog;
let registry: Registry;

beforeEach(async () => {
  catalog = await database.open();
  registry = await storeRegistry(catalog);
});

const by = { id: null, description: 'A test', issuer: null };
const compare = (a: string, b: string): number => Number(a) - Number(b);
const defaultTag = { tag: 'latest', compare };

async function search(text = 'tool') {
  const found = await catalog.names.search({ organizationId: registry.organizationId }, { text, limit: 10 });
  return found.map(({ name, latest, versions, publishedAt }) => [
    name,
    latest.version,
    versions,
    publishedAt.getTime(),
  ]);
}

interface ListedPackage {
  readonly id: string;
  readonly projectId: string;
  readonly version: string;
  readonly time: number;
  standing: Standing;
}

/** What a search shows of these packages, oldest first. */
function shown(packages: readonly ListedPackage[], tagged?: string) {
  const offered = packages.filter(({ standing }) => standing === 'offered');
  const last = offered.at(-1);
  if (last === undefined) return [];
  const highest = offered.reduce((best, one) => (compare(best.version, one.version) <= 0 ? one : best));
  const latest = offered.find(({ id }) => id === tagged) ?? highest;
  return [['tool', latest.version, new Set(offered.map(({ version }) => version)).size, last.time]];
}

const change = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ version: fc.integer({ min: 1, max: 12 }), variant: fc.constantFrom('amd64', 'arm64') }),
  },
  fc.record({ at: fc.nat(99), standing: fc.constantFrom('offered', 'unlisted', 'withdrawn', 'restored') }),
  fc.record({ at: fc.nat(99), isDeleted: fc.constant(true) }),
  fc.record({ at: fc.nat(99), isTagged: fc.constant(true) }),
);

it.each([false, true])('are those of its offered packages, with a default tag: %s', async (hasTag) => {
  const order = hasTag ? { compare, defaultTag } : { compare };
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
      const packages: ListedPackage[] = [];
      let time = Date.parse('2026-01-02T12:00:00Z');
      const project = (of: ListedPackage, changed: ProjectChanges) => {
        const place = { registryId: registry.id, projectId: of.projectId, ...order };
        return catalog.projects.change(place, changed, by);
      };
      for (const one of changes) {
        if ('version' in one) {
          const version = String(one.version);
          time += 1000;
          const fields = { version, versionKey: version, variant: one.variant, createdAt: new Date(time) };
          const release = { compare, defaultTag: hasTag ? 'latest' : null };
          const pkg = samplePackage(registry, fields);
          const outcome = await catalog.packages.publish(sampleRelease(pkg, [sampleFile()], release));
          if (outcome.outcome !== 'published') continue;
          const { id, projectId } = published(outcome).package;
          packages.push({ id, projectId, version, time, standing: 'offered' });
        } else {
          const target = packages[one.at % packages.length];
          if (target === undefined) continue;
          if ('standing' in one) {
            await project(target, { standings: [{ packageId: target.id, standing: one.standing, notice: null }] });
            target.standing = (await catalog.packages.find(registry.id, target.id))?.standing ?? 'withdrawn';
          } else if ('isTagged' in one) {
            if (hasTag) await project(target, { tags: [{ tag: 'latest', packageId: target.id }] });
          } else {
            await catalog.packages.delete(registry.id, target.id, order);
            packages.splice(packages.indexOf(target), 1);
          }
        }
        const [first] = packages;
        const tagged = first && hasTag ? (await catalog.projects.tag(first.projectId, 'latest'))?.packageId : undefined;
        expect(await search()).toEqual(shown(packages, tagged));
      }
      for (const { id } of packages) await catalog.packages.delete(registry.id, id, order);
      expect(await search()).toEqual([]);
      // Deleted versions can be published with the same bytes only.
      registry = await storeRegistry(catalog, `tools-${Math.random().toString(36).slice(2)}`);
    }),
    { numRuns: rounds(60) },
  );
});

async function publish(version: string, changes: Partial<NewRelease> = {}) {
  const pkg = samplePackage(registry, { version, versionKey: version });
  return await catalog.packages.publish(sampleRelease(pkg, [sampleFile()], { mode: 'any', ...changes }));
}

it('leave out packages without a main file, and packages that are parts of others', async () => {
  await catalog.packages.publish(
    sampleRelease(samplePackage(registry, { name: 'half', nameKey: 'half' }), [sampleAttached('some', 'some')]),
  );
  expect(await search('half')).toEqual([]);
  const hiding = { hidesParts: true } as const;
  const tags: readonly NewTag[] = [{ tag: 'stable', if: 'always' }];
  await publish('1', hiding);
  await publish('2', hiding);
  expect(await search()).toMatchObject([['tool', '2', 2, NOON.getTime()]]);
  await publish('0', { ...hiding, needs: ['1', '2'], tags });
  expect(await search()).toMatchObject([['tool', '0', 1, NOON.getTime()]]);
  await publish('3', { ...hiding, subject: '0' });
  expect(await search()).toMatchObject([['tool', '0', 1, NOON.getTime()]]);
});

it('end with the quarantine of the project, and are back after it', async () => {
  const { projectId } = published(await publish('1')).package;
  const place = { registryId: registry.id, projectId, compare };
  const found: unknown[] = [];
  for (const status of ['quarantined', 'archived', 'quarantined', 'active'] as const) {
    await catalog.projects.change(place, { status: { status, reason: null } }, by);
    found.push((await search()).length);
  }
  expect(found).toEqual([0, 1, 0, 1]);
});
