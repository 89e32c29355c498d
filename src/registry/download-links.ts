/**
 * Links to files of private registries, for clients that send no token to them: a grant in the URL, which reads some files
 * for a short time, and ends with the token that it was made from.
 */
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Caller } from './callers.ts';
import { findGranted, issueGrant } from './grants.ts';
import type { Larder } from './larder.ts';

/** Returns the signature for the URLs of some files, which the caller can read. */
export async function signDownload(
  larder: Larder,
  caller: Caller,
  { organization, registry }: RegistryRef,
  files: readonly string[],
): Promise<string> {
  const projects = files.map((file) => `${organization.slug}/${registry.slug}/${file}`);
  const grants = projects.map((project) => ({ project, scopes: ['read_packages'] as const }));
  return (await issueGrant(larder, caller, grants)).secret;
}

/** Returns the registry of a file for which a signature was made; undefined if it is not valid for this file. */
export async function findSigned(larder: Larder, signature: string, file: string): Promise<RegistryRef | undefined> {
  const place = await placeIn(larder, signature);
  if (place === undefined) return undefined;
  const reader = await findGranted(larder, signature, { ...place, name: file });
  if (reader?.scopes.includes('read_packages') !== true) return undefined;
  const organization = await larder.catalog.organizations.find(place.organization);
  const registry = organization && (await larder.catalog.registries.find(organization.id, place.registry));
  return organization && registry && { organization, registry };
}

async function placeIn(
  larder: Larder,
  signature: string,
): Promise<{ readonly organization: string; readonly registry: string } | undefined> {
  const [grant] = (await findGranted(larder, signature, {}))?.grants ?? [];
  const [organization, registry] = grant?.project.split('/') ?? [];
  return organization === undefined || registry === undefined ? undefined : { organization, registry };
}
