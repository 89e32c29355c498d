/** Finds the package of a command by its id, its name, or `name@version`. */
import type { LarderClient, PackageListItem } from '../client/index.ts';
import { aligner } from './reply.ts';
import { CommandError } from './command-error.ts';
import type { RegistryRef } from './registry-choice.ts';

/** The descriptions of the arguments in the help. */
export const packageArgument = 'its id, name@version, or its name if only one package has it';
export const versionArgument = 'its id, name@version for all files of the version, or its name if it has one version';

/**
 * Returns the id of the only matching package. Throws `CommandError` if none or several match; the latter are listed.
 */
export async function packageIdOf(client: LarderClient, place: RegistryRef, reference: string): Promise<string> {
  if (isPackageId(reference)) return reference;
  const found = await fitting(client, place, reference);
  const [only, ...others] = found;
  if (only === undefined) throw notFound(reference, place);
  if (others.length > 0) throw ambiguous(reference, found);
  return only.id;
}

function notFound(reference: string, { registry }: RegistryRef): CommandError {
  return new CommandError(
    'notFound',
    `Package ${JSON.stringify(reference)} not found in ${registry}.\nList its packages: larder list --registry ${registry}`,
  );
}

function ambiguous(reference: string, found: readonly PackageListItem[]): CommandError {
  const lines = aligner()(found.slice(0, 20).map((item) => [`  ${item.id}`, labelOf(item)]));
  const more = found.length > 20 ? `  … and ${found.length - 20} more\n` : '';
  return new CommandError(
    'usage',
    `Several packages match ${JSON.stringify(reference)}. Specify one by id:\n${lines}${more}`.trimEnd(),
  );
}

/**
 * Returns all packages of one version: several if it has several files, and the one of an id without its version. Throws
 * `CommandError` if none match, or packages of several versions; the latter are listed.
 */
export async function packagesOfVersion(
  client: LarderClient,
  place: RegistryRef,
  reference: string,
): Promise<readonly Pick<PackageListItem, 'id'>[]> {
  if (isPackageId(reference)) return [{ id: reference }];
  const found = await fitting(client, place, reference);
  if (found.length === 0) throw notFound(reference, place);
  if (new Set(found.map(({ version }) => version)).size > 1) throw ambiguous(reference, found);
  return found;
}

/** Returns whether a reference is the id of a package. */
export function isPackageId(reference: string): boolean {
  return uuid.test(reference);
}

/** Returns a label such as `banana 1.1-2 (amd64)`. */
export function labelOf({ name, version, variant }: Pick<PackageListItem, 'name' | 'version' | 'variant'>): string {
  return variant === null ? `${name} ${version}` : `${name} ${version} (${variant})`;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

async function fitting(
  client: LarderClient,
  place: RegistryRef,
  reference: string,
): Promise<readonly PackageListItem[]> {
  // The last @, because names may contain the character, too.
  const at = reference.lastIndexOf('@');
  if (at > 0) {
    const version = reference.slice(at + 1);
    const named = await withName(client, place, reference.slice(0, at));
    const exact = named.filter((item) => item.version === version);
    if (exact.length > 0) return exact;
  }
  return await withName(client, place, reference);
}

async function withName(client: LarderClient, place: RegistryRef, name: string): Promise<PackageListItem[]> {
  const items: PackageListItem[] = [];
  for await (const item of client.registry(place.registry, place).packages({ name })) items.push(item);
  return items;
}
