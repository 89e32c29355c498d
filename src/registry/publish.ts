/** Publishing: from staged bytes to a package, or to nothing at all. */
import { v7 as uuid } from 'uuid';
import { UnacceptableFile } from '../ecosystems/unacceptable-file.ts';
import type { Inspection } from '../ecosystems/ecosystem.ts';
import type { StagedBlob } from '../storage/blob-store.ts';
import type { AlreadyThere, Published, Registry } from '../storage/catalog.ts';
import { RegistryError } from './errors.ts';
import { keptFileName } from './file-name.ts';
import type { Larder } from './larder.ts';
import { longest } from './limits.ts';

/**
 * The order is what makes a crash harmless: the bytes are durable before a record points to them, and until then they
 * count as staged. Whoever staged the bytes discards them afterwards; once they are adopted, that does nothing.
 * Throws `unacceptable-file`, or `not-found` when the registry has gone meanwhile.
 */
export async function publishPackage(
  { catalog, ecosystems }: Larder,
  registry: Registry,
  fileName: string,
  staged: StagedBlob,
): Promise<Published | AlreadyThere> {
  const name = keptFileName(fileName);
  if (staged.size === 0) throw new RegistryError('unacceptable-file', 'The file is empty.');
  const inspection = await inspect(() => ecosystems[registry.ecosystem].inspect({ name, ...staged }));
  await staged.keep();
  const { size, digests, location } = staged;
  const outcome = await catalog.packages.insert(
    { id: uuid(), registryId: registry.id, createdAt: new Date(), ...identityOf(inspection) },
    [{ name, blob: { size, digests, location } }],
    inspection.entry,
  );
  if (outcome.outcome === 'gone') throw new RegistryError('not-found', `Registry "${registry.slug}" has been deleted.`);
  if (outcome.outcome === 'published' && outcome.adopted.has(location)) await staged.settle();
  return outcome;
}

function identityOf({
  name,
  version,
  variant,
  metadata,
}: Inspection): Pick<Inspection, 'name' | 'version' | 'variant' | 'metadata'> {
  return { name, version, variant, metadata };
}

async function inspect(read: () => Promise<Inspection>): Promise<Inspection> {
  const inspection = await read().catch((error: unknown) => {
    throw error instanceof UnacceptableFile ? new RegistryError('unacceptable-file', error.message) : error;
  });
  checkLength('name', inspection.name, longest.packageName);
  checkLength('version', inspection.version, longest.version);
  checkLength('variant', inspection.variant ?? '', longest.variant);
  return inspection;
}

function checkLength(what: string, value: string, most: number): void {
  if (value.length <= most) return;
  throw new RegistryError(
    'unacceptable-file',
    `The package's ${what} has ${value.length} characters; at most ${most} can be kept.`,
  );
}
