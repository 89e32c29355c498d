/** Compares the list of an upload, `.changes`, with a registry (deb-changes(5)). */
import { quoted } from '../../../formats/quoted.ts';
import { Failure } from '../../../model/failure.ts';
import type { Registry } from '../../../model/records.ts';
import type { Larder } from '../../../registry/larder.ts';
import { UnacceptableFile } from '../../../registry/unacceptable-file.ts';
import { readSignedControl } from './control.ts';
import { statedFiles, type StatedFile } from './file-lists.ts';

/** The number of files in a message: enough to see a pattern. */
const MOST_NAMED = 10;

/**
 * Returns the names of listed files that the registry does not have, at most ten; `.buildinfo` files, which it does not
 * store, are not among them. Throws `unacceptable-file` if the list is malformed.
 */
export async function findMissing(
  { catalog }: Pick<Larder, 'catalog'>,
  { id }: Pick<Registry, 'id'>,
  changes: { readonly path: string; readonly size: number },
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { name, sha256 } of await readChanges(changes)) {
    if (name.endsWith('.buildinfo')) continue;
    if ((await catalog.packages.findFileBySha256(id, sha256)) === undefined) missing.push(quoted(name));
    if (missing.length === MOST_NAMED) break;
  }
  return missing;
}

async function readChanges(changes: { readonly path: string; readonly size: number }): Promise<readonly StatedFile[]> {
  try {
    return statedFiles(await readSignedControl(changes, '.changes'), '.changes');
  } catch (error) {
    if (error instanceof UnacceptableFile) throw new Failure('unacceptable-file', error.message, { cause: error });
    throw error;
  }
}
