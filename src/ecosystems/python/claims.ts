/** The data about an upload: the texts of its form that the file must agree with, and who sent its attestations. */
import type { JsonObject, JsonValue } from '../../model/values.ts';

const NAMES = ['name', 'version', 'filetype', 'sha256_digest', 'md5_digest', 'attestations'] as const;

/** Empty texts are missing. */
export type FormTexts = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

/** Who published a file (PEP 740, "Provenance objects"). */
export type AttestedBy = JsonObject & { readonly kind: JsonValue };

/** Returns the claims for a form, which may have other texts. `publisher` is stored only with attestations. */
export function writeClaims(form: FormTexts, publisher: AttestedBy): JsonObject {
  const texts = NAMES.flatMap((name) => (form[name] ? [[name, form[name]] as const] : []));
  return { ...Object.fromEntries(texts), ...(form.attestations ? { publisher } : {}) };
}

/** Returns no texts for a file that was sent without such a form. */
export function readClaims(claims: JsonObject): FormTexts {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const text = claims[name];
      return typeof text === 'string' ? [[name, text] as const] : [];
    }),
  );
}

/** Returns null for claims without attestations. */
export function publisherIn(claims: JsonObject): JsonValue {
  return claims['publisher'] ?? null;
}
