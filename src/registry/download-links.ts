/**
 * Links to files of private registries, for clients that send no token to them: a grant in the URL, which reads one file
 * for a short time, and ends with the token that it was made from.
 */
import type { PackageFile } from '../model/records.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Caller } from './callers.ts';
import { findGranted, issueGrant } from './grants.ts';
import type { Larder } from './larder.ts';

/** Returns the signature for a URL of a file, which the caller can read. */
export async function signDownload(
  larder: Larder,
  caller: Caller,
  { organization, registry }: RegistryRef,
  file: string,
): Promise<string> {
  const project = `${organization.slug}/${registry.slug}/${file}`;
  return (await issueGrant(larder, caller, [{ project, scopes: ['read_packages'] }])).secret;
}

/** Returns the file with this name that a signature was made for; undefined if it is not valid, or the file is gone. */
export async function findSignedFile(
  larder: Larder,
  signature: string,
  name: string,
): Promise<PackageFile | undefined> {
  const place = await placeIn(larder, signature);
  if (place === undefined) return undefined;
  const reader = await findGranted(larder, signature, { ...place, name });
  if (reader?.scopes.includes('read_packages') !== true) return undefined;
  const organization = await larder.catalog.organizations.find(place.organization);
  const registry = organization && (await larder.catalog.registries.find(organization.id, place.registry));
  return registry && (await larder.catalog.packages.findFileByName(registry.id, name));
}

async function placeIn(
  larder: Larder,
  signature: string,
): Promise<{ readonly organization: string; readonly registry: string } | undefined> {
  const [grant] = (await findGranted(larder, signature, {}))?.grants ?? [];
  const [organization, registry] = grant?.project.split('/') ?? [];
  return organization === undefined || registry === undefined ? undefined : { organization, registry };
}
