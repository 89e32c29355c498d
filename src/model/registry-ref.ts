/** A registry and its organization. */
import type { Organization, Registry } from './records.ts';

export interface RegistryRef {
  readonly organization: Organization;
  readonly registry: Registry;
}
