/** The failures of changes after which a package would need one that is not there. `slug` is that of the registry. */
import { Failure } from '../model/failure.ts';
import { titleOf } from '../model/package-title.ts';
import type { Package } from '../model/records.ts';

/** Returns the failure for a package to delete that packages of these versions need. */
export function packageNeeded(pkg: Package, slug: string, by: readonly string[]): Failure {
  const detail = `${titleOf(pkg)} is needed by ${by.join(', ')} in registry "${slug}". Delete these versions first.`;
  return new Failure('package-needed', detail);
}

/** Returns the failure for a package to withdraw that packages of these versions need. */
export function offeredPackageNeeded(pkg: Package, slug: string, by: readonly string[]): Failure {
  const detail = `${titleOf(pkg)} is needed by ${by.join(', ')} in registry "${slug}". Withdraw these versions first.`;
  return new Failure('package-needed', detail);
}

/** Returns the failure for a package to restore that needs these versions, which are withdrawn. */
export function needsWithdrawn(pkg: Package, slug: string, needs: readonly string[]): Failure {
  const detail = `${titleOf(pkg)} needs ${needs.join(', ')} in registry "${slug}". Restore these versions first.`;
  return new Failure('needs-withdrawn', detail);
}
