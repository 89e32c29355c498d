import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openSqliteCatalog } from '../../src/storage/catalog/open-sqlite.ts';
import { revisionOf, storePackage, storeRegistry } from './catalog/samples.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();

/** Publishes in a process that is killed meanwhile; returns the ids of the packages that were certainly stored. */
async function publishUntilKilled(file: string): Promise<string[]> {
  const script = join(import.meta.dirname, 'crash-while-inserting.ts');
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const stored: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    stored.push(line);
    if (stored.length === 25) child.kill('SIGKILL');
  }
  await ended;
  return stored;
}

it('a crash takes no stored package away, leaves no half one, and the catalog goes on', async () => {
  const file = join(folder(), 'catalog.db');
  const stored = await publishUntilKilled(file);
  const catalog = await openSqliteCatalog({ file });
  const organization = await catalog.organizations.find('acme');
  const registry = await catalog.registries.find(organization?.id ?? '', 'tools');
  if (registry === undefined) throw new Error('The registry is lost.');

  const { items } = await catalog.packages.page(registry.id, { limit: 10_000 });
  const ids = new Set(items.map(({ id }) => id));
  expect(stored.filter((id) => !ids.has(id))).toEqual([]);
  // Each publication adds a revision in the same transaction.
  expect(registry.revision).toBe(items.length);
  await storePackage(catalog, await storeRegistry(catalog, 'next'));
  expect(await revisionOf(catalog, registry)).toBe(items.length);
  await catalog.close();
});
