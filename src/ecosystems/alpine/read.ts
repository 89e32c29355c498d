/** Reads the release in an apk package of the format of apk 2, which all versions of apk install (apk-v2(5)). */
import { open } from 'node:fs/promises';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import {
  mainFile,
  onlyFile,
  singleFile,
  type Incoming,
  type LocalFile,
  type Release,
} from '../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { dependenciesIn, dependencyRefusal } from './dependencies.ts';
import { entryRefusal, indexEntry } from './index-entry.ts';
import { indexRecord } from './index-record.ts';
import { apkFileName } from './package-file-name.ts';
import { parsePkgInfo, type PkgInfo } from './pkginfo.ts';
import { pkgInfoMetadata } from './pkginfo-metadata.ts';
import { readSections, type Sections } from './sections.ts';

const LONGEST_FILE_NAME = 255;

/**
 * Returns the release in a package of any file name, signed or not. `variant` is the architecture, `metadata` the result of
 * `pkgInfoMetadata`, and its entry the record in the index, whose part is the architecture. Throws `UnacceptableFile` if
 * apk could not install the package, or could not read an index with it.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
  const sections = await sectionsOf(file);
  const info = parsePkgInfo(sections.pkgInfo);
  checkDataHash(info, sections);
  const record = indexRecord(info, sections, file.size);
  const text = indexEntry(record);
  const refusal = entryRefusal(text) ?? replacesRefusal(info);
  if (refusal !== undefined) throw new UnacceptableFile(`apk cannot read .PKGINFO: ${refusal}`);
  const { P: name, V: version, A: architecture } = record;
  checkFileName(apkFileName({ name, version }));
  return {
    ...singleFile,
    name,
    version,
    variant: architecture,
    metadata: pkgInfoMetadata(info),
    files: [mainFile(file)],
    entries: [{ part: architecture, text }],
  };
}

async function sectionsOf({ path, size }: LocalFile): Promise<Sections> {
  await using file = await open(path, 'r');
  try {
    return await readSections(file, size);
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(error.message, { cause: error });
    throw error;
  }
}

/** apk rejects a package whose data differs, and one without the hash, whose data the index does not protect. */
function checkDataHash(info: PkgInfo, { dataHash }: Sections): void {
  const declared = info.one('datahash');
  if (declared === undefined)
    throw new UnacceptableFile('.PKGINFO has no datahash. Add the SHA-256 of the data section of the package.');
  if (declared.toLowerCase() === dataHash) return;
  throw new UnacceptableFile(
    `.PKGINFO has the datahash ${quoted(declared)}, but the data section has the SHA-256 ${dataHash}.`,
  );
}

/** apk reads this list from the package, and writes it to its database. */
function replacesRefusal(info: PkgInfo): string | undefined {
  for (const item of dependenciesIn(info.all('replaces'))) {
    const refusal = dependencyRefusal(item);
    if (refusal !== undefined) return `The replaces has ${quoted(item)}; ${refusal}.`;
  }
  return undefined;
}

function checkFileName(fileName: string): void {
  if (fileName.length <= LONGEST_FILE_NAME) return;
  throw new UnacceptableFile(
    `The package's file name would be ${quoted(fileName)} with ${fileName.length} characters; the maximum is ${LONGEST_FILE_NAME}.`,
  );
}
