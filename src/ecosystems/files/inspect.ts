import type { CandidateFile, Inspection } from '../../registry/ecosystem.ts';
import { parseFileName } from './file-name.ts';

/**
 * Returns the package of a plain file, from its name only. `variant` is the extension, `metadata` is empty. Throws
 * `UnacceptableFile` if `parseFileName` rejects the name.
 */
export async function inspect(file: CandidateFile): Promise<Inspection> {
  const { basename, version, extension } = parseFileName(file.name);
  return { name: basename, version, variant: extension, metadata: {} };
}
