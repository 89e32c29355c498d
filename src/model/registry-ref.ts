/** A registry and its organization. */
import type { Organization, Registry } from './records.ts';

export interface RegistryRef {
  readonly organization: Organization;
  readonly registry: Registry;
}

/** The part of it that URLs have. */
export interface RegistrySlugs {
  readonly organization: Pick<Organization, 'slug'>;
  readonly registry: Pick<Registry, 'slug'>;
}
