/** Replies with a document that is rendered for clients: all of it, a range, or 304 if the client has it. */
import type { ReadableDocument } from '../registry/documents/read-document.ts';
import type { Caching } from './caching.ts';
import { contentReply, type FileConditions, type FileReply } from './file-reply.ts';

/** Throws `range-not-satisfiable`. */
export function documentReply(
  { size, digests, lastModified, read }: ReadableDocument,
  { caching }: { readonly caching?: Caching },
  conditions: FileConditions,
): FileReply<object> {
  const file = { blob: { size, digests }, lastModified, ...(caching && { caching }) };
  return contentReply((range) => Promise.resolve(read(range)), file, conditions, {});
}
