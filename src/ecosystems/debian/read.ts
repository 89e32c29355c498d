/** Reads the release in a `.deb` file, its control file and the paths in its data archive; or in a file of a source package. */
import { open, type FileHandle } from 'node:fs/promises';
import {
  mainFile,
  onlyFile,
  singleFile,
  type Incoming,
  type LocalFile,
  type Release,
} from '../../registry/ecosystem.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { quoted } from '../../formats/quoted.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readControlFile } from './control-archive.ts';
import { contentsEntry } from './contents-entry.ts';
import { controlMetadata } from './control-metadata.ts';
import { parseControl } from './control.ts';
import { readInstalledFiles, type InstalledFiles } from './data-archive.ts';
import { findMembers, type DebMembers } from './deb-members.ts';
import { checkFieldValues } from './field-values.ts';
import { partName } from './index-parts.ts';
import { packageIdentity } from './package-identity.ts';
import { packageKind } from './package-kind.ts';
import { packagesEntry } from './packages-entry.ts';
import { readDsc, readSourceFile } from './sources/read.ts';

/**
 * Returns the release in a file. Files of source packages are known by their names, because their contents have no other
 * identity; every other file is a `.deb`. Throws `UnacceptableFile`.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
  if (file.name.endsWith('.dsc')) return await readDsc(file);
  if (/\.(?:tar\.[A-Za-z0-9]+|diff\.gz|asc)$/.test(file.name)) return await readSourceFile(file);
  if (/\.(?:changes|buildinfo)$/.test(file.name))
    throw new UnacceptableFile(
      `The file ${quoted(file.name)} is about an upload, and not a package. Publish the files that it lists, or upload it with dput.`,
    );
  return await readDeb(file);
}

/**
 * Returns the release in a `.deb` file of any name, or in a `.udeb`. `variant` is the architecture, `metadata` the result
 * of `controlMetadata`, and its entries the package's stanza and the paths of its files. Throws `UnacceptableFile` if the
 * file is not a valid binary package.
 */
async function readDeb(file: LocalFile): Promise<Release> {
  await using handle = await open(file.path, 'r');
  const members = await findMembersOf(handle, file.size);
  const fields = parseControl(await readControlFile(handle, members.control));
  const identity = packageIdentity(fields, packageKind(file.name, fields));
  checkFieldValues(fields);
  const installed = await readInstalledFiles(handle, members.data);
  const { kind, architecture } = identity;
  const stanza = packagesEntry(identity, fields, file);
  const contents = 'paths' in installed ? contentsEntry(identity.name, fields, installed.paths) : undefined;
  return {
    ...singleFile,
    name: identity.name,
    version: identity.version,
    variant: architecture,
    metadata: controlMetadata(fields),
    files: [mainFile(file)],
    notice: noticeOf(installed),
    entries: [
      { part: partName({ list: 'packages', kind, architecture }), text: stanza },
      ...(contents === undefined ? [] : [{ part: partName({ list: 'contents', kind, architecture }), text: contents }]),
    ],
  };
}

function noticeOf(installed: InstalledFiles): string | null {
  if ('paths' in installed) return null;
  return `apt-file does not find the files of this package, because ${installed.unknown}.`;
}

async function findMembersOf(handle: FileHandle, size: number): Promise<DebMembers> {
  try {
    return await findMembers(handle, size);
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(error.message, { cause: error });
    throw error;
  }
}
