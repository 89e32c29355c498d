import { readDocument } from '../../../src/registry/documents/read-document.ts';
import { documentReply } from '../../../src/serving/document-reply.ts';
import type { Context, LarderEnv } from '../../../src/serving/env.ts';
import type { FileConditions, FileReply } from '../../../src/serving/file-reply.ts';
import { missing } from '../../../src/serving/resolvers.ts';

/** Replies with a document of a registry, rendered if it is out of date. */
export async function currentDocument(
  ref: Pick<LarderEnv['found'], 'organization' | 'registry'>,
  name: string,
  headers: FileConditions,
  { larder, urls }: Pick<Context, 'larder' | 'urls'>,
): Promise<FileReply<object>> {
  const document = await readDocument(larder, ref, { name, publicUrl: urls.base });
  if (!document) throw missing('file', name);
  return documentReply(document, {}, headers);
}
