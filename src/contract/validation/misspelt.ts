/** Names in a rejected body that may be misspelt ones: the description does not have them, and lacks others. */
import type { RegistryError } from '../../model/failure.ts';
import type { DescribedMedia } from '../description.ts';
import { placesOf, type InvalidPlace } from '../replies/problems.ts';
import type { ReceivedBody } from '../bodies/receive-body.ts';

/** Returns the unknown names of the body if something is missing in it. Bodies may have names that nobody reads. */
export function misspelt(
  { fileParts, textParts }: DescribedMedia,
  { judged, unread }: ReceivedBody,
  error: RegistryError,
): readonly InvalidPlace[] {
  if (typeof judged !== 'object' || judged === null || Array.isArray(judged)) return [];
  const known = [...fileParts, ...textParts];
  // Alternatives that lack something are a mistake of the whole body.
  const missing = ['body', ...known.filter((name) => !Object.hasOwn(judged, name)).map((name) => `body.${name}`)];
  const isMissing = placesOf(error).some(({ path }) => missing.includes(path));
  if (!isMissing) return [];
  const unknown = [...Object.keys(judged), ...unread].filter((name) => !known.includes(name));
  const message = `is unknown; the names here are ${known.join(', ')}`;
  return unknown.slice(0, most).map((name) => ({ path: `body.${name}`.slice(0, longestPath), message }));
}

/** Enough to see what is wrong. */
const most = 10;
/** As the contract bounds a place. */
const longestPath = 1000;
