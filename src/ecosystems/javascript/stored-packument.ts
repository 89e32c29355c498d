/** Reads packuments that were rendered for clients. */
import type { components } from '../../../generated/native/javascript.ts';
import { bytesOfDocument, readDocument, type ReadableDocument } from '../../registry/documents/read-document.ts';
import type { Context, LarderEnv } from '../../serving/env.ts';
import { missing } from '../../serving/resolvers.ts';
import { packumentName, type PackumentCoding, type PackumentForm } from './documents.ts';

export type Packument = components['schemas']['Packument'];

export type FoundRegistry = Pick<LarderEnv['found'], 'organization' | 'registry'>;

export type ReadContext = Pick<Context, 'larder' | 'urls'>;

/** Throws `not-found` if no version of the package is listed. */
export async function findPackument(
  found: FoundRegistry,
  { form, coding, name }: { readonly form: PackumentForm; readonly coding: PackumentCoding; readonly name: string },
  { larder, urls }: ReadContext,
): Promise<ReadableDocument> {
  const document = await readDocument(larder, found, { name: packumentName(form, coding, name), publicUrl: urls.base });
  if (!document) throw missing('package', name);
  return document;
}

/** Returns the whole packument. Throws `not-found`. */
export async function readPackument(found: FoundRegistry, name: string, context: ReadContext): Promise<Packument> {
  const document = await findPackument(found, { form: 'whole', coding: 'identity', name }, context);
  // The renderer writes packuments.
  return JSON.parse(Buffer.from(await bytesOfDocument(document)).toString()) as Packument;
}
