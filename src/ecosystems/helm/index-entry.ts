/** A version of a chart in the index: written at publication, except for its URL and its time. */
import type { ChartMetadata } from './chart-metadata.ts';

/** The part of all entries. */
export const INDEX_PART = 'index';

/**
 * Returns the text of an entry, a JSON object. helm before 3.13 and `cm-push` read the index as YAML, in which JSON
 * must not have some characters that are not printable there, or that end a line (YAML 1.1, sections 4.1.1 and 4.1.4).
 */
export function indexEntry(metadata: ChartMetadata, sha256: string): string {
  return JSON.stringify({ ...metadata, digest: sha256 }).replaceAll(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
