/** Replies with a document that is rendered for clients: all of it, a range, or 304 if the client has it. */
import { create as contentDisposition } from 'content-disposition';
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

/** Replies with a document as a download under a name, like with a stored file. Throws `range-not-satisfiable`. */
export function namedDocumentReply(
  { size, digests, lastModified, read }: ReadableDocument,
  name: string,
  conditions: FileConditions,
): FileReply<{ readonly 'Content-Disposition': string }> {
  const file = { blob: { size, digests }, lastModified };
  const named = { 'Content-Disposition': contentDisposition(name) };
  return contentReply((range) => Promise.resolve(read(range)), file, conditions, named);
}
