/** From what the validators and the readers of bodies found wrong to the error that a client gets. */
import { RegistryError } from '../../model/failure.ts';
import type { DescribedMedia } from '../description.ts';
import { invalidRequest, placesOf, type InvalidPlace } from '../replies/problems.ts';

/**
 * Throws the verdict of express-openapi-validator on what our own validator did not accept, and what is wrong beyond
 * what a schema can say.
 */
export async function refuse(
  verdict: Promise<RegistryError | undefined>,
  notes: readonly InvalidPlace[] = [],
  hints: (error: RegistryError) => readonly InvalidPlace[] = () => [],
): Promise<never> {
  const error = await verdict;
  const more = error === undefined ? [] : hints(error);
  if (notes.length + more.length > 0 && (error === undefined || error.code === 'invalid-request')) {
    // The most specific ones come first: people read no further.
    throw invalidRequest([...notes, ...(error === undefined ? [] : placesOf(error)), ...more]);
  }
  if (error) throw error;
  // The two read the description differently. An operation runs only on what both accept.
  throw invalidRequest(
    [{ path: 'request', message: 'breaks the description of this operation' }],
    new Error('validators disagree'),
  );
}

/** A hint for clients that send text parts after the file. */
export function lateParts({ textParts }: DescribedMedia, parts: object): InvalidPlace[] {
  const missing = [...textParts].filter((name) => !Object.hasOwn(parts, name));
  return missing.map((name) => ({ path: `body.${name}`, message: 'must come before the file' }));
}
