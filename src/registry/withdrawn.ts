/** Withdrawn packages, which cannot be copied, tagged or published again. */
import { Failure } from '../model/failure.ts';
import { titleOf } from '../model/package-title.ts';
import type { Package, Registry } from '../model/records.ts';

/** Throws `version-withdrawn` if the package, which exists already, is withdrawn. */
export function checkNotWithdrawn(pkg: Package, registry: Registry): void {
  if (pkg.standing !== 'withdrawn') return;
  throw versionWithdrawn(pkg, registry, 'Restore it, or publish another version.');
}

/** `remedy` is a sentence. The failure has no URL, so that no client takes the package for the one that it publishes. */
export function versionWithdrawn(pkg: Package, { slug }: Registry, remedy: string): Failure {
  const { sha256, sha512 } = pkg.digests;
  const reason = pkg.notice === null ? '.' : `: ${withFullStop(pkg.notice)}`;
  return new Failure('version-withdrawn', `${titleOf(pkg)} was withdrawn from registry "${slug}"${reason} ${remedy}`, {
    members: { url: null, digests: { sha256, sha512 } },
  });
}

function withFullStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
