/** The files that clients fetch without a token: archives, the digests of a version of a provider, and their signature. */
import type { Client } from '../../contract/operation.ts';
import { Failure } from '../../model/failure.ts';
import type { RegistryRef } from '../../model/registry-ref.ts';
import type { Caller } from '../../registry/callers.ts';
import { readDocument } from '../../registry/documents/read-document.ts';
import { signDownload } from '../../registry/download-links.ts';
import { namedDocumentReply } from '../../serving/document-reply.ts';
import type { Context } from '../../serving/env.ts';
import { fileReply, type FileConditions } from '../../serving/file-reply.ts';
import { missing } from '../../serving/resolvers.ts';
import { digestsDocument, SIGNATURE_ENDING } from './provider-documents.ts';
import { listedDigests } from './provider-name.ts';
import { locations } from './urls.ts';

export interface ArchiveRequest {
  readonly file: string;
  readonly headers: FileConditions;
  /** The token or the address of the client. */
  readonly client: Client;
}

/** Throws `not-found`. */
export async function archiveReply(
  ref: RegistryRef,
  { file: name, headers, client }: ArchiveRequest,
  { larder, urls }: Pick<Context, 'larder' | 'urls'>,
) {
  const digests = listedDigests(name);
  if (digests === undefined) {
    const file = await larder.catalog.packages.findFileByName(ref.registry.id, name);
    if (!file) throw missing('file', name);
    return fileReply(larder.blobs, { ...file, lastModified: file.createdAt }, headers);
  }
  const list = digestsDocument(digests);
  const request = { name: digests.isSignature ? list + SIGNATURE_ENDING : list, publicUrl: urls.base, client };
  const document = await readDocument(larder, ref, request);
  if (!document) throw missing('file', name);
  return namedDocumentReply(document, name, headers);
}

/** Returns the paths of files. Those of a private registry have a signature, because clients send no token to them. */
export async function archivePaths(
  ref: RegistryRef,
  files: readonly string[],
  requireCaller: () => Caller,
  { larder }: Pick<Context, 'larder'>,
): Promise<readonly string[]> {
  if (ref.registry.public) {
    const slugs = { organization: ref.organization.slug, registry: ref.registry.slug };
    return files.map((file) => locations.of('getArchive', { ...slugs, file }));
  }
  const signature = await signDownload(larder, requireCaller(), ref, files);
  return files.map((file) => locations.of('getSignedArchive', { signature, file }));
}

export function invalidSignature(): Failure {
  return new Failure('not-found', 'The signature in the URL is invalid, or no longer valid. Request another one.');
}
