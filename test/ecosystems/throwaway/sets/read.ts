import { readFile } from 'node:fs/promises';
import { singleFile, type Incoming, type LocalFile, type Release } from '../../../../src/registry/ecosystem.ts';
import { UnacceptableFile } from '../../../../src/registry/unacceptable-file.ts';
import { coordinatesOf, type Coordinates } from './coordinates.ts';

/**
 * Reads one file of a set. The `.pom` is the main file: it has the metadata and the entry. Its coordinates are those of
 * the path, or those in it if it was published without a path.
 */
export async function read({ files: [file], claims }: Incoming): Promise<Release> {
  if (file === undefined) throw new UnacceptableFile('A set is published file by file. Send one.');
  const isMain = file.name.endsWith('.pom');
  const pom = isMain ? await readPom(file) : undefined;
  const path = typeof claims['path'] === 'string' ? coordinatesOf(claims['path']) : undefined;
  const at = path ?? pom;
  if (at === undefined) {
    throw new UnacceptableFile(
      `Only the path of ${file.name} has its version. Publish it with PUT, or publish a .pom.`,
    );
  }
  if (pom && (pom.name !== at.name || pom.version !== at.version)) {
    throw new UnacceptableFile(`The .pom is of ${pom.name} ${pom.version}. Send it to the path of that version.`);
  }
  return {
    ...singleFile,
    name: at.name,
    version: at.version,
    variant: null,
    metadata: pom ? { kind: 'set' } : {},
    files: [{ name: file.name, role: isMain ? 'main' : 'attached', mediaType: null, bytes: file }],
    entries: pom ? [{ part: at.name, text: JSON.stringify({ version: at.version, sha256: file.digests.sha256 }) }] : [],
    package: 'any',
  };
}

async function readPom({ path, name: file }: LocalFile): Promise<Coordinates> {
  const text = await readFile(path, 'utf8');
  const [, name, version] = /^([^:\s]+:[^:\s]+):([^:\s]+)\n$/.exec(text) ?? [];
  if (name === undefined || version === undefined) {
    throw new UnacceptableFile('A .pom has one line, GROUP:ARTIFACT:VERSION. Write it so.');
  }
  return { name, version, file };
}
