/** A package, as the three lists for clients have it. */
import type { Digests } from '../../model/values.ts';
import type { Change } from './changelogs.ts';
import type { Dependency, DependencyKind } from './dependencies.ts';
import type { Identity } from './identity.ts';
import type { Details } from './package-details.ts';
import type { PackedFile } from './package-files.ts';

export interface ListedPackage {
  readonly identity: Identity;
  readonly details: Details;
  readonly dependencies: Readonly<Record<DependencyKind, readonly Dependency[]>>;
  readonly files: readonly PackedFile[];
  readonly changes: readonly Change[];
  /** The range of the main header in the package, in bytes: clients can fetch it without the rest. */
  readonly header: { readonly start: number; readonly end: number };
  /** The whole package. */
  readonly file: { readonly size: number; readonly digests: Digests };
}
