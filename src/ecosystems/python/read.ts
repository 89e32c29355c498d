/** Reads the release in a wheel or a source distribution from its metadata. Runs no code of it. */
import {
  mainFile,
  onlyFile,
  singleFile,
  type Incoming,
  type LocalFile,
  type Release,
  type ReleaseFile,
} from '../../registry/ecosystem.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readAttestations } from './attestations.ts';
import { publisherIn, readClaims } from './claims.ts';
import { parseCoreMetadata, type CoreMetadata } from './core-metadata.ts';
import { isSameRelease, isStemOf, parseDistributionName, type DistributionName } from './file-name.ts';
import { checkForm } from './form-agreement.ts';
import { metadataFileName } from './metadata-file.ts';
import { normalizeName } from './project-name.ts';
import { INTEGRITY_V1, provenanceName, provenanceText } from './provenance.ts';
import { readSdist } from './sdist.ts';
import { shownMetadata } from './shown-metadata.ts';
import { simpleEntry } from './simple-entry.ts';
import { readWheel } from './wheel.ts';

/**
 * Returns the release in a distribution: name and version from its metadata, `metadata` from `shownMetadata`, and the
 * file's entry in the simple index, whose part is the normalized name. `variant` is `sdist` for a source distribution,
 * and the build number and tags of the file name for a wheel, such as `py3-none-any` or `1-cp313-cp313-linux_x86_64`,
 * so that each file of a version is a package. Throws `UnacceptableFile` unless metadata, file name, the names inside
 * the archive, and the upload form, if there is one, agree. Attestations in the form are attached as a provenance object.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
  const named = parseDistributionName(file.name);
  if (named === undefined) throw unknownName(file.name);
  const { stem, metadata: bytes } = await contentOf(file, named);
  const metadata = parseCoreMetadata(bytes, named.kind === 'wheel' ? 'METADATA' : 'PKG-INFO');
  checkAgreement(file.name, named, stem, metadata);
  const { name, version } = metadata;
  const isWheel = named.kind === 'wheel';
  const variant = named.kind === 'wheel' ? named.tags : 'sdist';
  await checkForm(readClaims(incoming.claims), file, { name, version, variant });
  const provenance = provenanceOf(file, { name, version }, incoming.claims);
  const text = simpleEntry(file, metadata, {
    wheelMetadata: isWheel ? bytes : undefined,
    hasProvenance: provenance.length > 0,
  });
  const derived = { name: metadataFileName(file.name), role: 'derived', mediaType: null, bytes } as const;
  return {
    ...singleFile,
    name,
    version,
    variant,
    metadata: shownMetadata(metadata),
    files: [mainFile(file), ...(isWheel ? [derived] : []), ...provenance],
    entries: [{ part: normalizeName(name), text }],
  };
}

/** Returns no file if the form has no attestations. */
function provenanceOf(
  { name, digests: { sha256 } }: LocalFile,
  release: Pick<Release, 'name' | 'version'>,
  claims: Incoming['claims'],
): ReleaseFile[] {
  const { attestations: text } = readClaims(claims);
  const attestations = text === undefined ? [] : readAttestations(text, { name, sha256, release });
  if (attestations.length === 0) return [];
  const bytes = provenanceText(publisherIn(claims), attestations);
  return [{ name: provenanceName(name), role: 'attached', mediaType: INTEGRITY_V1, bytes }];
}

async function contentOf({ path }: LocalFile, named: DistributionName): Promise<Content> {
  try {
    return await (named.kind === 'wheel' ? readWheel(path) : readSdist(path, named.archive));
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(error.message, { cause: error });
    throw error;
  }
}

interface Content {
  readonly stem: string;
  readonly metadata: Uint8Array;
}

function checkAgreement(fileName: string, named: DistributionName, stem: string, metadata: CoreMetadata): void {
  const is = `${quoted(metadata.name)} ${quoted(metadata.version)}`;
  const fits = named.kind === 'wheel' ? isSameRelease(named, metadata) : isStemOf(named.stem, metadata);
  if (!fits)
    throw new UnacceptableFile(`The file is named ${quoted(fileName)}, but according to its metadata it is ${is}.`);
  if (isStemOf(stem, metadata)) return;
  throw new UnacceptableFile(
    `The metadata is in the folder of ${quoted(stem)}, but according to it the package is ${is}.`,
  );
}

function unknownName(fileName: string): UnacceptableFile {
  const forms = 'a wheel "{name}-{version}-{python}-{abi}-{platform}.whl" nor a source distribution';
  return new UnacceptableFile(
    `${quoted(fileName)} is neither ${forms} "{name}-{version}.tar.gz" with a PEP 440 version.`,
  );
}
