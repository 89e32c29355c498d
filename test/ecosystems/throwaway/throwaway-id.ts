import type { EcosystemId } from '../../../src/model/values.ts';

/** An id that the published contract does not have. Servers of these tests serve a description that has it. */
export function throwawayId(id: string): EcosystemId {
  return id as EcosystemId;
}
