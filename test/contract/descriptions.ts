import { readDescription, type DescribedOperation, type OpenApiDocument } from '../../src/contract/description.ts';
import { descriptions } from '../../src/server/descriptions.ts';

/** Every operation with its description, so that later ones join every test that runs over this list. */
export const everyOperation: readonly {
  readonly id: string;
  readonly operation: DescribedOperation;
  readonly document: OpenApiDocument;
}[] = descriptions.flatMap((document) =>
  readDescription(document).operations.map((operation) => ({ id: operation.id, operation, document })),
);
