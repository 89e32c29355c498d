/** If any step of a release of many files fails, all of the release is stored or none of it. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Release } from '../../src/registry/ecosystem.ts';
import { singleFile } from '../../src/registry/ecosystem.ts';
import { publishRelease } from '../../src/registry/publish-release.ts';
import { someOf } from '../fixtures/rounds.ts';
import { storedBytes } from '../fixtures/stored-bytes.ts';
import { findingsIn } from '../registry/findings.ts';
import { streamOf } from '../storage/blob-samples.ts';
import type { TestServer } from '../fixtures/server.ts';
import { needsRoom, useFailingSteps } from './failing-steps.ts';
import { startQuietServer } from './quiet-server.ts';
import { sweepLater } from './sweep-later.ts';

it('a release that replaces files, moves a tag and needs another version is stored whole or not at all', async () => {
  const server = await startQuietServer();
  const failing = useFailingSteps(server.dataDir);
  let number = 0;
  const next = async (): Promise<string> => {
    const name = `project-${(number += 1)}`;
    await publish(server, 'needed', { name, version: '0', tags: [{ tag: 'main', if: 'always' }] });
    await publish(server, 'old', { name, entries: [entry('all', 'old'), entry('old', 'old')], project: { is: 'old' } });
    return name;
  };
  const change = (name: string): Promise<void> =>
    publish(server, 'new', {
      name,
      sameName: 'replace',
      entries: [entry('all', 'new'), entry('new', 'new')],
      project: { is: 'new' },
      needs: ['0'],
      tags: [{ tag: 'main', if: { at: '0' } }],
    });

  const first = await next();
  const before = stateOf(server, first);
  void failing.arm();
  await change(first);
  const steps = failing.disarm();
  const after = stateOf(server, first);
  expect(steps.map(({ name }) => name)).toEqual(expect.arrayContaining(['insert into tags', 'insert into needs']));
  for (const fault of someOf(['failed', 'full'] as const, 1)) {
    const outcomes = new Set<string>();
    for (const step of fault === 'full' ? steps.filter(needsRoom) : steps) {
      const name = await next();
      void failing.arm({ step, fault });
      const succeeded = await change(name).then(
        () => true,
        () => false,
      );
      failing.disarm();
      const state = stateOf(server, name);
      const isStored = JSON.stringify(state) === JSON.stringify(after);
      expect(state).toEqual(isStored ? after : before);
      if (succeeded) expect(isStored).toBe(true);
      outcomes.add(`${succeeded} ${isStored}`);
      if (!isStored) await change(name);
      expect(stateOf(server, name)).toEqual(after);
    }
    expect(outcomes).toContain('false false');
  }
  await sweepLater(server);
  expect([await findingsIn(server), (await storedBytes(server.dataDir)).staged]).toEqual([[], []]);
});

function entry(part: string, text: string): Release['entries'][number] {
  return { part, text };
}

/** Publishes a main, an attached and a derived file with this content. */
async function publish(
  { larder, organization }: TestServer,
  content: string,
  release: Partial<Release> & { readonly name: string },
): Promise<void> {
  const registry = await larder.catalog.registries.find(organization.id, 'shelf');
  if (registry === undefined) throw new Error('There is no registry.');
  const read: typeof larder.read = (_ecosystem, { files: [main, attached] }) => {
    if (main === undefined || attached === undefined) throw new Error('The files are not there.');
    return Promise.resolve({
      ...singleFile,
      version: '1',
      variant: null,
      metadata: { content },
      files: [
        { name: `${content}/main`, role: 'main', mediaType: null, bytes: main },
        { name: 'attached', role: 'attached', mediaType: null, bytes: attached },
        { name: `${content}/derived`, role: 'derived', mediaType: null, bytes: Buffer.from(`derived ${content}`) },
      ],
      package: 'any',
      ...release,
    });
  };
  const by = { id: null, description: 'a test', issuer: null };
  await using staging = new AsyncDisposableStack();
  const files = [];
  for (const name of ['main', 'attached']) {
    const staged = await larder.blobs.stage(streamOf(`${name} ${content} ${release.name}`));
    staging.defer(() => staged.discard());
    files.push({ name, staged });
  }
  await publishRelease({ ...larder, read }, registry, { files, claims: {}, by });
}

/** All records of a project that do not contain its name. */
function stateOf({ dataDir }: TestServer, name: string): readonly unknown[] {
  using database = new DatabaseSync(path.join(dataDir, 'larder.sqlite'), { readOnly: true });
  const ofProject = 'from projects join packages on packages.project_id = projects.id';
  return [
    `select projects.metadata as project, version, packages.metadata ${ofProject}`,
    `select version, files.name, role, position ${ofProject} join files on package_id = packages.id`,
    `select version, part, text ${ofProject} join entries on package_id = packages.id`,
    `select version, tag ${ofProject} join tags on package_id = packages.id`,
    `select version, needs.version_key ${ofProject} join needs on package_id = packages.id`,
    `select part, removed_entries.name_key = projects.name_key as removed from projects join removed_entries
      on removed_entries.name_key = projects.name_key and removed_entries.registry_id = projects.registry_id`,
  ].map((query) => database.prepare(`${query} where projects.name_key = ? order by 1, 2`).all(name));
}
