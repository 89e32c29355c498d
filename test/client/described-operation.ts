/** An operation of the API's description, by its id. */
import type { OperationId } from '../../src/client/index.ts';
import type { DescribedOperation } from '../../src/contract/description.ts';
import { describedOperations } from '../fixtures/described-requests.ts';

export function operationOf(id: OperationId): DescribedOperation {
  const found = describedOperations.find((operation) => operation.id === id);
  if (!found) throw new Error(`The description has no operation ${id}; generate it again.`);
  return found;
}
