/** Reads the files of source packages. Each of them is a package, so that they may arrive in any order. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { contentOf, readExactly } from '../../../formats/file-content.ts';
import { quoted } from '../../../formats/quoted.ts';
import { mainFile, singleFile, type LocalFile, type Release } from '../../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../../registry/unacceptable-file.ts';
import { dscName, readSignedControl, sourceControl } from './control.ts';
import { sourceEntry, sourceFileEntry, SOURCE_PART, type SourceDigests } from './entries.ts';
import { checkedSourceFileName, type SourceFileName } from './file-name.ts';
import { sourceMetadata } from './metadata.ts';

/** The variant of all files of sources. */
const VARIANT = 'source';

/**
 * Returns the release in a `.dsc`, whose name does not matter. It needs its files, which may be missing. Throws
 * `UnacceptableFile`.
 */
export async function readDsc(file: LocalFile): Promise<Release> {
  const source = sourceControl(await readSignedControl(file, '.dsc'));
  const digests = await digestsOf(file);
  return {
    ...singleFile,
    name: source.name,
    version: source.version,
    variant: VARIANT,
    metadata: sourceMetadata(source),
    files: [{ ...mainFile(file), name: dscName(source) }],
    entries: [{ part: SOURCE_PART, text: sourceEntry(source, { size: file.size, ...digests }) }],
    needs: source.files.map(({ name }) => checkedSourceFileName(name).rest),
    mayMiss: true,
  };
}

/**
 * Returns the release in another file of a source. Its version is its name without that of the source, such as
 * `1.0.orig.tar.gz`. Throws `UnacceptableFile`.
 */
export async function readSourceFile(file: LocalFile): Promise<Release> {
  const name = checkedSourceFileName(file.name);
  await checkStart(file, name);
  const entry = sourceFileEntry({ name: file.name, size: file.size, ...(await digestsOf(file)) });
  return {
    ...singleFile,
    name: name.source,
    version: name.rest,
    variant: VARIANT,
    metadata: {},
    files: [mainFile(file)],
    entries: [{ part: SOURCE_PART, text: entry }],
  };
}

/** The digests that tools for mirrors compare, in addition to those that every file has. */
async function digestsOf({ path, digests: { sha256 } }: LocalFile): Promise<SourceDigests> {
  await using handle = await open(path, 'r');
  const [md5, sha1] = [createHash('md5'), createHash('sha1')];
  for await (const piece of contentOf(handle)) {
    md5.update(piece);
    sha1.update(piece);
  }
  return { sha256, md5: md5.digest('hex'), sha1: sha1.digest('hex') };
}

/** How files begin (RFC 1952, section 2.3.1; the xz file format, section 2.1.1.1; the formats of bzip2 and lzma). */
const STARTS = { gz: '1f8b', bz2: '425a68', xz: 'fd377a585a00', lzma: '5d0000' } as const;
const SIGNATURE_START = Buffer.from('-----BEGIN PGP SIGNATURE-----').toString('hex');

/** Throws `UnacceptableFile` unless a file begins as those of its name. Readers of the index do not unpack it. */
async function checkStart(
  { path, size, name }: LocalFile,
  { compression, isSignature }: SourceFileName,
): Promise<void> {
  const expected = isSignature ? SIGNATURE_START : STARTS[compression];
  const length = expected.length / 2;
  await using handle = await open(path, 'r');
  const start = await readExactly(handle, 0, Math.min(size, length));
  if (start.toString('hex') === expected) return;
  const what = isSignature ? 'an OpenPGP signature in ASCII armour' : `a file that ${compression} compressed`;
  throw new UnacceptableFile(`The file ${quoted(name)} is not ${what}. Publish it under the name that it had.`);
}
