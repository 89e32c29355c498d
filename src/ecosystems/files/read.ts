import { mainFile, singleFile, type Incoming, type Release } from '../../registry/ecosystem.ts';
import { parseFileName } from './file-name.ts';

/**
 * Returns the release that a plain file is, from its name alone: any bytes will do. `variant` is the extension,
 * `metadata` is empty. Throws `UnacceptableFile` for a name that `parseFileName` refuses.
 */
export async function read({ files: [file] }: Incoming): Promise<Release> {
  const { basename, version, extension } = parseFileName(file.name);
  return { ...singleFile, name: basename, version, variant: extension, metadata: {}, files: [mainFile(file)] };
}
