import { readFile } from 'node:fs/promises';
import { mainFile, singleFile, type Incoming, type Release } from '../../../../src/registry/ecosystem.ts';
import { UnacceptableFile } from '../../../../src/registry/unacceptable-file.ts';

/** Reads a gem: one line, NAME VERSION. */
export async function read({ files: [file] }: Incoming): Promise<Release> {
  const text = file === undefined ? '' : await readFile(file.path, 'utf8');
  const [, name, version] = /^([a-z0-9_-]{1,100}) ([0-9]+(?:\.[0-9]+){0,3})\n/.exec(text) ?? [];
  if (file === undefined || name === undefined || version === undefined) {
    throw new UnacceptableFile('The first line of a gem is its name and its version, such as "rake 1.0". Write it so.');
  }
  const entry = { version, file: `${name}-${version}.gem`, sha256: file.digests.sha256 };
  return {
    ...singleFile,
    name,
    version,
    variant: null,
    metadata: {},
    files: [{ ...mainFile(file), name: entry.file }],
    entries: [{ part: name, text: JSON.stringify(entry) }],
  };
}
