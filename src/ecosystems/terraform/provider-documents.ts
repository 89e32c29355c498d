/** The list of versions of a provider, and the signed list of the digests of the archives of one version. */
import compare from 'semver/functions/compare.js';
import type { components } from '../../../generated/native/terraform.ts';
import { dearmoured } from '../../formats/openpgp-armour.ts';
import { detachedSignature } from '../../formats/openpgp-signing.ts';
import type { About, Output, Source } from '../../registry/documents.ts';
import { jsonText, onePiece } from './document-text.ts';
import { digestsPart, readProviderEntry, type ProviderEntry } from './provider-entry.ts';
import { usualProtocols } from './provider-manifest.ts';
import { archiveName, type Platform, type ProviderVersion } from './provider-name.ts';

type Versions = components['schemas']['ProviderVersions'];

export function providerDocument(type: string): string {
  return `${type} versions`;
}

/** The signature is the companion of the list. */
export const SIGNATURE_ENDING = '.sig';

/** Returns the name of the list of digests of a version, as `sha256sum` writes it. */
export function digestsDocument(version: ProviderVersion): string {
  return `${digestsPart(version)} digests`;
}

/** A version is listed as soon as it has an archive. */
export async function renderVersions(type: string, source: Source, output: Output): Promise<void> {
  const files = new Map<string, ProviderEntry[]>();
  for await (const { version, text, standing } of source.entries())
    if (standing === 'offered') files.set(version, [...(files.get(version) ?? []), readProviderEntry(text)]);
  const versions = [...files].map(([version, entries]) => ({
    version,
    protocols: protocolsOf(entries),
    platforms: archivesOf(entries).map(({ platform }) => platform),
  }));
  const listed: Versions['versions'] = versions
    .filter(({ platforms }) => platforms.length > 0)
    .toSorted((a, b) => compare(a.version, b.version));
  if (listed.length > 0) await output.write(providerDocument(type), jsonText({ versions: listed } satisfies Versions));
}

export async function renderDigests(
  version: ProviderVersion,
  source: Source,
  output: Output,
  { signingKeys, date }: About,
): Promise<void> {
  const entries: ProviderEntry[] = [];
  for await (const { text, standing } of source.entries())
    if (standing === 'offered') entries.push(readProviderEntry(text));
  const lines = archivesOf(entries).map(({ platform, sha256 }) => `${sha256}  ${archiveName(version, platform)}\n`);
  if (lines.length === 0) return;
  const list = lines.toSorted().join('');
  const keys = signingKeys.map(({ privateKey }) => privateKey);
  const signature = dearmoured(await detachedSignature(list, keys, date));
  await output.write(digestsDocument(version), onePiece(Buffer.from(list)));
  await output.write(digestsDocument(version) + SIGNATURE_ENDING, onePiece(signature));
}

function archivesOf(entries: readonly ProviderEntry[]): { readonly platform: Platform; readonly sha256: string }[] {
  return entries.flatMap((entry) => ('platform' in entry ? [entry] : []));
}

function protocolsOf(entries: readonly ProviderEntry[]): string[] {
  const manifest = entries.find((entry) => 'protocols' in entry);
  return [...(manifest?.protocols ?? usualProtocols)];
}
