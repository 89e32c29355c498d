import { mainFile, onlyFile, singleFile, type Incoming, type Release } from '../../registry/ecosystem.ts';
import { parseFileName } from './file-name.ts';

/**
 * Returns the release of a plain file, from its name only. `variant` is the extension, `metadata` is empty. Throws
 * `UnacceptableFile` if `parseFileName` rejects the name.
 */
export async function read(incoming: Incoming): Promise<Release> {
  const file = onlyFile(incoming);
  const { basename, version, extension } = parseFileName(file.name);
  return { ...singleFile, name: basename, version, variant: extension, metadata: {}, files: [mainFile(file)] };
}
