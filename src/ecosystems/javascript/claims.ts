/** What a client sends beside a tarball: the manifest, and tags for the new version. */
import { isObject, textOf } from '../../formats/json-values.ts';
import type { JsonObject } from '../../model/values.ts';

export interface Claims {
  /** The manifest of the version, as it was sent. */
  readonly manifest: JsonObject;
  readonly tags: readonly string[];
  /** The length of the tarball, in bytes; undefined if the client sent none. */
  readonly length: number | undefined;
  /** A Sigstore bundle, as text; undefined if there is none. */
  readonly provenance: string | undefined;
}

export function writeClaims({ manifest, tags, length, provenance }: Claims): JsonObject {
  return {
    manifest,
    tags,
    ...(length !== undefined && { length }),
    ...(provenance !== undefined && { provenance }),
  };
}

/** Returns undefined for a tarball that was sent without a manifest. */
export function readClaims({ manifest, tags, length, provenance }: JsonObject): Claims | undefined {
  if (!isObject(manifest)) return undefined;
  return {
    manifest,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    length: typeof length === 'number' ? length : undefined,
    provenance: textOf(provenance),
  };
}
