/** Reads the release in a `.deb` file: its headers and control archive, not its data. */
import { open, type FileHandle } from 'node:fs/promises';
import { mainFile, onlyFile, singleFile, type Incoming, type Release } from '../../registry/ecosystem.ts';
import { MalformedFile } from '../../formats/malformed-file.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { readControlFile } from './control-archive.ts';
import { controlMetadata } from './control-metadata.ts';
import { parseControl } from './control.ts';
import { findControlMember } from './deb-members.ts';
import { checkFieldValues } from './field-values.ts';
import { packageIdentity } from './package-identity.ts';
import { packagesEntry } from './packages-entry.ts';

/**
 * Returns the release in a `.deb` file of any name. `variant` is the architecture, `metadata` the result of
 * `controlMetadata`, and its entry the package's stanza, whose part is the architecture. Throws `UnacceptableFile` if
 * the file is not a valid binary package.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
  await using handle = await open(file.path, 'r');
  const fields = parseControl(await controlBytes(handle, file.size));
  const identity = packageIdentity(fields);
  checkFieldValues(fields);
  return {
    ...singleFile,
    name: identity.name,
    version: identity.version,
    variant: identity.architecture,
    metadata: controlMetadata(fields),
    files: [mainFile(file)],
    entries: [{ part: identity.architecture, text: packagesEntry(identity, fields, file) }],
  };
}

async function controlBytes(handle: FileHandle, size: number): Promise<Uint8Array> {
  try {
    return await readControlFile(handle, await findControlMember(handle, size));
  } catch (error) {
    if (error instanceof MalformedFile) throw new UnacceptableFile(error.message, { cause: error });
    throw error;
  }
}
