/** The warning in a published manifest (npm's documentation, "Deprecating and undeprecating packages"). */
import { textOf } from '../../formats/json-values.ts';
import type { JsonObject } from '../../model/values.ts';
import { cutText } from './cut-text.ts';

/** In characters, as for notices in the REST API. */
export const LONGEST_WARNING = 1000;

/** Returns `deprecated` as one line of at most 1,000 characters; null if it is not a text, or is empty. */
export function noticeOf({ deprecated }: JsonObject): string | null {
  return cutText(textOf(deprecated) ?? '', LONGEST_WARNING) || null;
}
