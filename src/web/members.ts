import type { Caller } from '../registry/callers.ts';
import { Failure } from '../model/failure.ts';
import type { Organization } from '../model/records.ts';

/**
 * Returns whether the caller belongs to the organization. Others can only read its public registries, not its policies
 * and publishers.
 */
export function isMember(caller: () => Caller, { id }: Organization): boolean {
  try {
    return caller().organization.id === id;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
