import type { CandidateFile, Inspection } from '../../registry/ecosystem.ts';
import { parseFileName } from './file-name.ts';

/**
 * Says which package a plain file is, from its name alone: any bytes will do. `variant` is the extension, `metadata` is
 * empty. Throws `UnacceptableFile` for a name that `parseFileName` refuses.
 */
export async function inspect(file: CandidateFile): Promise<Inspection> {
  const { basename, version, extension } = parseFileName(file.name);
  return { name: basename, version, variant: extension, metadata: {} };
}
