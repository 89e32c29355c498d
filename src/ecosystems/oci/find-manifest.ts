/** Finds manifests by their digests, in either algorithm, or by a tag. */
import type { PackageFile, Project, Registry, Tag } from '../../model/records.ts';
import type { Larder } from '../../registry/larder.ts';
import { digestLike, isDigest, parseDigest } from './digest.ts';

export interface FoundManifest {
  readonly file: PackageFile;
  /** The digest that clients know it by. */
  readonly version: string;
}

type Reads = Pick<Larder, 'catalog'>;

/** Returns undefined if it does not exist or is withdrawn. */
export async function findManifest(
  larder: Reads,
  registry: Registry,
  name: string,
  reference: string,
): Promise<FoundManifest | undefined> {
  const version = isDigest(reference) ? reference : (await findTag(larder, registry, name, reference))?.tag.version;
  if (version === undefined) return undefined;
  const file = await findFile(larder, registry, { name, version });
  return file ? { file, version } : await findInOtherAlgorithm(larder, registry, name, version);
}

export async function findTag(
  { catalog }: Reads,
  { id }: Registry,
  name: string,
  tag: string,
): Promise<{ readonly project: Project; readonly tag: Tag } | undefined> {
  const project = await catalog.projects.find(id, name);
  const found = project && (await catalog.projects.tag(project.id, tag));
  return project && found && { project, tag: found };
}

/** A manifest has the name of its version. */
async function findFile(
  { catalog }: Reads,
  { id }: Registry,
  { name, version }: { readonly name: string; readonly version: string },
): Promise<PackageFile | undefined> {
  return await catalog.packages.findFile(id, { nameKey: name, versionKey: version, fileName: version });
}

/** A manifest that was pushed to its SHA-256 is found by its SHA-512, too, and the reverse. */
async function findInOtherAlgorithm(
  larder: Reads,
  registry: Registry,
  name: string,
  version: string,
): Promise<FoundManifest | undefined> {
  const digest = parseDigest(version);
  if (digest === undefined) return undefined;
  const { catalog } = larder;
  const sha256 = digest.algorithm === 'sha256' ? digest.hex : await catalog.blobs.sha256Of(digest.hex);
  const known = sha256 === undefined ? undefined : await catalog.packages.findFileBySha256(registry.id, sha256);
  if (known === undefined) return undefined;
  const other = digest.algorithm === 'sha256' ? 'sha512' : 'sha256';
  const file = await findFile(larder, registry, {
    name,
    version: digestLike(known.blob.digests, { algorithm: other }),
  });
  return file && { file, version };
}
