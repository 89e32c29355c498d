/** Finds names in a rejected body that may be misspelt: unknown names, while others are missing. */
import type { Failure } from '../../model/failure.ts';
import type { DescribedMedia } from '../description.ts';
import { placesOf, type InvalidPlace } from '../replies/problems.ts';
import type { ReceivedBody } from '../bodies/receive-body.ts';

/** Returns the unknown names of the body if a required one is missing. Otherwise, unknown names are allowed. */
export function misspelt(
  { fileParts, textParts }: DescribedMedia,
  { judged, unread }: ReceivedBody,
  error: Failure,
): readonly InvalidPlace[] {
  if (typeof judged !== 'object' || judged === null || Array.isArray(judged)) return [];
  const known = [...fileParts, ...textParts];
  // Errors in alternatives apply to the whole body.
  const missing = ['body', ...known.filter((name) => !Object.hasOwn(judged, name)).map((name) => `body.${name}`)];
  const isMissing = placesOf(error).some(({ path }) => missing.includes(path));
  if (!isMissing) return [];
  const unknown = [...Object.keys(judged), ...unread].filter((name) => !known.includes(name));
  const message = `is unknown; use one of ${known.join(', ')}`;
  return unknown.slice(0, most).map((name) => ({ path: `body.${name}`.slice(0, longestPath), message }));
}

/** The maximum number of errors: enough to find the mistake. */
const most = 10;
/** The maximum length of a location in the contract. */
const longestPath = 1000;
