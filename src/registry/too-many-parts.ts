import type { Registry } from '../model/records.ts';
import { RegistryError } from '../model/failure.ts';

/** The failure of a package that would bring one part too many to the index of a registry. */
export function tooManyParts({ slug }: Registry, parts: readonly string[]): RegistryError {
  return new RegistryError(
    'unacceptable-file',
    `Registry "${slug}" has packages for ${parts.length} architectures already, which is the most: ${parts.join(', ')}. Use one of these, or another registry.`,
  );
}
