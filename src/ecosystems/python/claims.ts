/** The texts of an upload form that the file must agree with. Empty ones are missing. */
import type { JsonObject } from '../../model/values.ts';

const NAMES = ['name', 'version', 'filetype', 'sha256_digest', 'md5_digest'] as const;

export type FormTexts = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

/** Returns the claims for a form, which may have other texts. */
export function writeClaims(form: FormTexts): JsonObject {
  return Object.fromEntries(NAMES.flatMap((name) => (form[name] ? [[name, form[name]]] : [])));
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
