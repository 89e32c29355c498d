/** A registry with the organization that has it. */
import type { Organization, Registry } from './records.ts';

export interface RegistryRef {
  readonly organization: Organization;
  readonly registry: Registry;
}
