import { readFile } from 'node:fs/promises';
import type { Incoming, LocalFile, Release } from '../../registry/ecosystem.ts';
import { onlyFile } from '../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readClaims } from './claims.ts';
import { digestLike, isDigest, parseDigest } from './digest.ts';
import { contentsOf, readManifest, type Manifest } from './manifest.ts';
import { imageMetadata } from './metadata.ts';

/** In bytes (distribution-spec, "Pushing Manifests": registries accept at least 4 MiB). */
export const largestManifest = 4 * 1024 * 1024;

/** Reads a manifest that was pushed to its digest or to a tag. Its digest is the version. */
export async function read(incoming: Incoming): Promise<Release> {
  return await readPush(incoming, imageMetadata);
}

/** Returns the metadata of the version. Throws `UnacceptableFile` for manifests that the ecosystem does not accept. */
export type ReadMetadata = (manifest: Manifest, stored: Incoming['stored']) => Promise<Release['metadata']>;

export async function readPush(incoming: Incoming, readMetadata: ReadMetadata): Promise<Release> {
  const file = onlyFile(incoming);
  const { name, reference, tags, mediaType, isSparse } = readClaims(incoming.claims);
  if (file.size > largestManifest)
    throw new UnacceptableFile(`The manifest has more than ${largestManifest} bytes. Push a smaller one.`);
  const version = versionOf(file, reference);
  const manifest = readManifest(await readFile(file.path, 'utf8'), mediaType);
  // A sparse manifest lacks some of its layers or images. One without all of them is a push of nothing.
  const ifMissing = isSparse ? ('leave-out-some' as const) : ('reject' as const);
  const contents = [...contentsOf(manifest)].map(([digest, { mediaType: type, use }]) => ({
    name: digest,
    role: 'attached' as const,
    mediaType: type,
    bytes: { stored: parseDigest(digest)?.hex ?? '', ifMissing: use === 'layer' ? ifMissing : whatIfMissing[use] },
  }));
  const children = new Map(manifest.manifests.map((child) => [child.digest, child]));
  const images = [...children.values()].map(({ digest, mediaType: type }) => ({
    name: digest,
    role: 'attached' as const,
    mediaType: type,
    bytes: { stored: parseDigest(digest)?.hex ?? '', ifMissing },
  }));
  const pointing = isDigest(reference) ? tags : [reference, ...tags];
  return {
    name,
    version,
    variant: null,
    metadata: { size: file.size, ...(await readMetadata(manifest, incoming.stored)) },
    project: {},
    files: [{ name: version, role: 'main', mediaType: manifest.mediaType, bytes: file }, ...contents, ...images],
    entries: [],
    tags: [...new Set(pointing)].map((tag) => ({ tag, if: 'always' })),
    needs: [...children.keys()],
    subject: manifest.subject?.digest ?? null,
    mayMiss: isSparse,
    package: 'any',
    notice: null,
    sameName: 'refuse',
  };
}

const whatIfMissing = { config: 'reject', foreign: 'leave-out' } as const;

/** A manifest is known by the digest that it was pushed to; by its SHA-256 if it was pushed to a tag. */
function versionOf({ digests }: LocalFile, reference: string): string {
  const digest = isDigest(reference) ? parseDigest(reference) : { algorithm: 'sha256' as const };
  if (digest === undefined)
    throw new UnacceptableFile(`"${reference}" is not a digest. Push to the digest of the manifest.`);
  const version = digestLike(digests, digest);
  if (!isDigest(reference) || version === reference) return version;
  throw new UnacceptableFile(`The manifest has the digest ${version}. Push it to that digest, or to a tag.`);
}
