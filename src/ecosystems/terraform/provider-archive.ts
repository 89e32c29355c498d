/** Checks the archive of a provider, which Terraform unpacks to run the program in it. */
import { zipEntries } from '../../formats/zip-entries.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import { createTree } from './archive-tree.ts';

/** Programs with all of their libraries have some hundred MiB. An entry of the directory has about 150 bytes. */
const LIMITS = { directory: 1024 ** 2, entries: 1000, unpacked: 4 * 1024 ** 3 };

/**
 * Reads the whole archive at `path`. Throws `UnacceptableFile` unless it has one program `terraform-provider-{type}` at
 * its root, with any ending, as Terraform requires; `MalformedFile` for bytes that are not a zip archive.
 */
export async function checkProviderArchive(path: string, type: string): Promise<void> {
  const tree = createTree();
  const start = `terraform-provider-${type}`;
  const programs: string[] = [];
  for await (const entry of zipEntries(path, LIMITS)) {
    const [name = '', ...deeper] = tree.add(entry.path, entry.type);
    if (deeper.length === 0 && entry.type === 'file' && isProgram(name, start)) programs.push(name);
  }
  if (programs.length === 1) return;
  const fault = programs.length === 0 ? 'no program' : 'several programs';
  throw new UnacceptableFile(
    `The archive has ${fault} whose name begins with "${start}" at its root. Pack one, such as ${start}_v1.0.0.`,
  );
}

/** A provider whose name is longer has another program. */
function isProgram(name: string, start: string): boolean {
  return name.startsWith(start) && /^(?:$|[_.])/.test(name.slice(start.length));
}
