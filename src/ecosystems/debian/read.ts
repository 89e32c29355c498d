/** Reads the release in a `.deb` file: its control file, and the paths in its data archive. */
import { open, type FileHandle } from 'node:fs/promises';
import { mainFile, onlyFile, singleFile, type Incoming, type Release } from '../../registry/ecosystem.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
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

/**
 * Returns the release in a `.deb` file of any name, or in a `.udeb`. `variant` is the architecture, `metadata` the result
 * of `controlMetadata`, and its entries the package's stanza and the paths of its files. Throws `UnacceptableFile` if the
 * file is not a valid binary package.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
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
