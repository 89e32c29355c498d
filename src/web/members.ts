import type { Caller } from '../registry/callers.ts';
import { Failure } from '../model/failure.ts';
import type { Organization } from '../model/records.ts';

/**
 * Returns whether the caller belongs to the organization. Others can only read its public registries, not its policies
 * and publishers.
 */
export function isMember(caller: () => Caller, { id }: Organization): boolean {
  return callerOf(caller)?.organization.id === id;
}

/** Returns the caller; undefined if the request is anonymous. */
export function callerOf(caller: () => Caller): Caller | undefined {
  try {
    return caller();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
