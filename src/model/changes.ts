/** The changes of registries, for readers that follow them: webhooks, audits, lists of activity. */
import type { Publisher } from './records.ts';
import type { JsonObject } from './values.ts';

/**
 * `publish`, `copy` and `delete` change one package, `change` the standings, the tags and the status of a project. After an
 * upgrade, the server changes data itself: `read` is a package that it has read again, `check` are all entries of the
 * registry.
 */
export type ChangeKind = 'publish' | 'copy' | 'delete' | 'change' | 'read' | 'check';

/** The change that a revision of a registry made. Each revision has one. */
export interface Change {
  readonly registryId: string;
  readonly revision: number;
  readonly kind: ChangeKind;
  /** The name of the changed project; null if the change is not about one. */
  readonly name: string | null;
  /** The changed package, which may be deleted; null if the change is not about one. */
  readonly package: ChangedPackage | null;
  /**
   * `publish`: `sha256`. `copy`: `sha256`, and `from`, the ids of the registry and of the package. `delete`: `sha256`.
   * `change`: `standings` and `tags`, with the ids of packages, and `status` if that of the project changed. `read`:
   * `edition`. The first three also have `tags` if tags point to other packages since; tags of a deleted package are
   * deleted with it.
   */
  readonly details: JsonObject | null;
  /** Null if no request made the change, but the server itself. */
  readonly by: Publisher | null;
  readonly at: Date;
}

export interface ChangedPackage {
  readonly id: string;
  readonly version: string;
  /** Null if a version has only one file. */
  readonly variant: string | null;
}
