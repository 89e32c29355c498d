/** Combines the errors of the validators and of the body readers into the error for the client. */
import { Failure } from '../../model/failure.ts';
import type { DescribedMedia } from '../description.ts';
import { invalidRequest, placesOf, type InvalidPlace } from '../replies/problems.ts';

/**
 * Throws the errors of express-openapi-validator for a request that the fast validator did not accept, and the errors
 * that a schema cannot detect.
 */
export async function refuse(
  verdict: Promise<Failure | undefined>,
  notes: readonly InvalidPlace[] = [],
  hints: (error: Failure) => readonly InvalidPlace[] = () => [],
): Promise<never> {
  const error = await verdict;
  const more = error === undefined ? [] : hints(error);
  if (notes.length + more.length > 0 && (error === undefined || error.code === 'invalid-request')) {
    // The most specific errors are first, because people read the first one.
    throw invalidRequest([...notes, ...(error === undefined ? [] : placesOf(error)), ...more]);
  }
  if (error) throw error;
  // The validators disagree. An operation runs only if both accept the request.
  throw invalidRequest(
    [{ path: 'request', message: 'violates the description of this operation' }],
    new Error('validators disagree'),
  );
}

/** The error for clients that send text parts after the file. */
export function lateParts({ textParts }: DescribedMedia, parts: object): InvalidPlace[] {
  const missing = [...textParts].filter((name) => !Object.hasOwn(parts, name));
  return missing.map((name) => ({ path: `body.${name}`, message: 'must come before the file' }));
}
