import type { Registry } from '../model/records.ts';
import { Failure } from '../model/failure.ts';

/** Returns the failure for a package that would exceed the maximum number of parts of an index. */
export function tooManyParts({ slug }: Registry, parts: readonly string[]): Failure {
  return new Failure(
    'unacceptable-file',
    `Registry "${slug}" already has packages for ${parts.length} architectures, the maximum: ${parts.join(', ')}. Use one of these, or another registry.`,
  );
}
