/** The metadata that the API lists with the images of an index, and with the referrers of a manifest. */
import type { Ecosystem } from '../../registry/ecosystem.ts';
import type { JsonObject, JsonValue } from '../../model/values.ts';

/** Has the platform of each image, as the index describes it, and the type of each referrer. */
export const fileMetadata: Ecosystem['fileMetadata'] = ({ metadata }, about) =>
  new Map([
    // The reader has stored the descriptors.
    ...[metadata['manifests'] ?? []].flat().map((child) => ofImage(child)),
    ...about.map((referrer) => [referrer.version, picked(referrer.metadata, 'artifact_type')] as const),
  ]);

function ofImage(descriptor: JsonValue): readonly [string, JsonObject] {
  const { digest, ...more } = Object(descriptor) as JsonObject;
  return [typeof digest === 'string' ? digest : '', picked(more, 'platform')];
}

/** Returns an object with this key, or without keys if the value is missing. */
function picked(metadata: JsonObject, key: string): JsonObject {
  const value = metadata[key];
  return value === undefined ? {} : { [key]: value };
}
