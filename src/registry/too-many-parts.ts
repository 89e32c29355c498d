import type { Registry } from '../model/records.ts';
import { Failure } from '../model/failure.ts';

/** Returns the failure for a package that would exceed the maximum number of parts of an index. */
export function tooManyParts({ slug }: Registry, parts: readonly string[]): Failure {
  return new Failure(
    'unacceptable-file',
    `The index of registry "${slug}" already has ${parts.length} parts, the maximum: ${parts.join(', ')}. Publish for the same architectures, or in another registry.`,
  );
}
