/** The data of a push that is not in the manifest: its URL and its headers. */
import type { JsonObject } from '../../model/values.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';

export interface Push {
  /** The path of the image below the registry. */
  readonly name: string;
  /** A digest, or a tag. */
  readonly reference: string;
  /** The tags of the query (`?tag=`). */
  readonly tags: readonly string[];
  /** The `Content-Type`, without parameters. */
  readonly mediaType: string;
  /** Whether bytes and manifests that it names may be missing. */
  readonly isSparse: boolean;
}

export function claimsOf({ name, reference, tags, mediaType, isSparse }: Push): JsonObject {
  return { name, reference, tags, mediaType, isSparse };
}

/** Throws `UnacceptableFile` for a manifest that was not pushed by a client of OCI. */
export function readClaims({ name, reference, tags, mediaType, isSparse }: JsonObject): Push {
  const isComplete = typeof name === 'string' && typeof reference === 'string' && typeof mediaType === 'string';
  if (!isComplete || !Array.isArray(tags))
    throw new UnacceptableFile(
      'The name of an image is in its URL only. Push it with a client of OCI, such as docker.',
    );
  const texts = tags.filter((tag) => typeof tag === 'string');
  return { name, reference, tags: texts, mediaType, isSparse: isSparse === true };
}
