import { readDescription, type DescribedOperation, type OpenApiDocument } from '../../src/contract/description.ts';
import { descriptions } from '../../src/server/descriptions.ts';

export interface OperationOf {
  readonly id: string;
  readonly operation: DescribedOperation;
  readonly document: OpenApiDocument;
}

/** Every operation with its description, so that later ones join every test that runs over this list. */
export const everyOperation: readonly OperationOf[] = descriptions.flatMap(operationsOf);

export function operationsOf(document: OpenApiDocument): OperationOf[] {
  return readDescription(document).operations.map((operation) => ({ id: operation.id, operation, document }));
}
