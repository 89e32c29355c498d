import { Failure } from '../model/failure.ts';
import { titleOf } from '../model/package-title.ts';
import type { Package } from '../model/records.ts';

/** Returns the failure for a package that packages of these versions need. `slug` is that of the registry. */
export function packageNeeded(pkg: Package, slug: string, by: readonly string[]): Failure {
  const detail = `${titleOf(pkg)} is needed by ${by.join(', ')} in registry "${slug}". Delete these versions first.`;
  return new Failure('package-needed', detail);
}
