/** Provenance objects: who published a file, and its attestations (PEP 740, "Provenance objects", version 1). */
import type { JsonObject, JsonValue } from '../../model/values.ts';

/** As PyPI's Integrity API names it. */
export const INTEGRITY_V1 = 'application/vnd.pypi.integrity.v1+json';

/** Returns the name of the file with the provenance of a distribution. */
export function provenanceName(distribution: string): string {
  return `${distribution}.provenance`;
}

export function provenanceText(publisher: JsonValue, attestations: readonly JsonObject[]): Uint8Array {
  return Buffer.from(JSON.stringify({ version: 1, attestation_bundles: [{ publisher, attestations }] }));
}
