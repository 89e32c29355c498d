/** Reads the release in a tarball and in the manifest that the client sent with it. Runs no code of it. */
import { objectOf, textOf, without } from '../../formats/json-values.ts';
import {
  mainFile,
  onlyFile,
  singleFile,
  type Incoming,
  type LocalFile,
  type Release,
  type ReleaseFile,
} from '../../registry/ecosystem.ts';
import { quoted } from '../../formats/quoted.ts';
import type { JsonObject } from '../../model/values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { checkAgreement } from './agreement.ts';
import { readClaims, type Claims } from './claims.ts';
import { hasInstallScript } from './install-script.ts';
import { noticeOf } from './notice.ts';
import { nameFault } from './package-name.ts';
import { checkProvenance, predicateTypeOf } from './provenance.ts';
import { shownMetadata } from './shown-metadata.ts';
import { provenanceName, tarballName } from './tarball-name.ts';
import { readTarball, type TarballContent } from './tarball.ts';
import { writeVersionEntry, type TarballFacts } from './version-entry.ts';
import { isVersion } from './version.ts';

/**
 * Returns the release in a tarball. Its entry is in the part of its name; `project` has the readme and what search
 * shows. The manifest of a tarball that was sent without one is its package.json. Throws `UnacceptableFile` if the
 * tarball does not agree with the manifest, or if a new package may not have its name or version.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const tarball = onlyFile(incoming);
  const content = await readTarball(tarball.path);
  const claims = readClaims(incoming.claims);
  const manifest = claims?.manifest ?? content.packageJson;
  const { name, version } = identityOf(manifest);
  if (claims) {
    checkAgreement(manifest, content.packageJson);
    checkDigests(claims, tarball);
  }
  const dist = factsOf(tarball, tarballName(name, version), content);
  const provenance = claims?.provenance;
  if (provenance !== undefined) checkProvenance(provenance, tarball.digests.sha512);
  const text = writeVersionEntry({
    manifest: without(manifest, NOT_OF_VERSION),
    dist,
    hasInstallScript: hasInstallScript(content),
    hasShrinkwrap: content.hasShrinkwrap,
    ...(provenance !== undefined && { provenance: predicateTypeOf(provenance) }),
  });
  return {
    ...singleFile,
    name,
    version,
    variant: null,
    metadata: shownMetadata(manifest),
    project: projectOf(manifest),
    files: [
      { ...mainFile(tarball), name: dist.file },
      ...(provenance === undefined ? [] : [provenanceFile(name, version, provenance)]),
    ],
    entries: [{ part: name, text }],
    notice: noticeOf(manifest),
    tags: (claims?.tags ?? []).map((tag) => ({ tag, if: 'always' })),
  };
}

/** `readme` is of the name: it would be most of a packument. The registry writes `dist`. */
const NOT_OF_VERSION: ReadonlySet<string> = new Set(['readme', 'readmeFilename', 'dist']);

function identityOf(manifest: JsonObject): Pick<Release, 'name' | 'version'> {
  const name = textOf(manifest['name']) ?? '';
  const version = textOf(manifest['version']) ?? '';
  const fault = nameFault(name);
  if (fault !== undefined) throw new UnacceptableFile(`The name ${quoted(name)} ${fault}.`);
  if (isVersion(version)) return { name, version };
  throw new UnacceptableFile(`The version ${quoted(version)} is not a Semantic Version such as 1.2.3. Change it.`);
}

/** Throws `UnacceptableFile` if a length or a digest in the manifest is not that of the tarball. */
function checkDigests({ manifest, length }: Claims, { size, digests }: LocalFile): void {
  if (length !== undefined && length !== size) {
    throw damaged(`has ${size} bytes, but according to its attachment it has ${length}`);
  }
  const { shasum, integrity } = objectOf(manifest['dist']);
  if (typeof shasum === 'string' && shasum !== digests.sha1) {
    throw damaged(`does not have the SHA-1 ${quoted(shasum)} of its manifest`);
  }
  if (typeof integrity === 'string' && !integrity.split(/\s+/).every((hash) => isHashOf(hash, digests))) {
    throw damaged(`does not have the integrity ${quoted(integrity)} of its manifest`);
  }
}

/** Subresource Integrity, section 3.1. Returns true for hashes that are not computed here. */
function isHashOf(hash: string, digests: LocalFile['digests']): boolean {
  const [, algorithm = '', encoded = ''] = /^(sha1|sha256|sha512)-([A-Za-z0-9+/=]+)/.exec(hash) ?? [];
  const expected: Readonly<Record<string, string | undefined>> = { ...digests };
  const digest = expected[algorithm];
  return digest === undefined || Buffer.from(encoded, 'base64').toString('hex') === digest;
}

function damaged(what: string): UnacceptableFile {
  return new UnacceptableFile(`The tarball ${what}. It was changed on the way; publish it again.`);
}

function factsOf(
  { digests: { sha1, sha512 } }: LocalFile,
  file: string,
  { fileCount, unpackedSize }: TarballContent,
): TarballFacts {
  if (sha1 === undefined) throw new Error('The file has no SHA-1, although this ecosystem reads it.');
  const integrity = `sha512-${Buffer.from(sha512, 'hex').toString('base64')}`;
  return { file, shasum: sha1, integrity, fileCount, unpackedSize };
}

function provenanceFile(name: string, version: string, text: string): ReleaseFile {
  const bytes = Buffer.from(text);
  return { name: provenanceName(name, version), role: 'attached', mediaType: 'application/json', bytes };
}

/** In characters: the public registry cuts longer ones, too. */
const LONGEST_README = 64 * 1024;

function projectOf(manifest: JsonObject): JsonObject {
  const { readme, readmeFilename } = manifest;
  const { description, keywords } = shownMetadata(manifest);
  return {
    ...(typeof readme === 'string' && { readme: readme.slice(0, LONGEST_README).replace(/[\uD800-\uDBFF]$/, '') }),
    ...(typeof readmeFilename === 'string' && { readmeFilename: readmeFilename.slice(0, 255) }),
    ...(description !== undefined && { description }),
    ...(keywords !== undefined && { keywords }),
  };
}
