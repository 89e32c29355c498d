/** All descriptions that the server enforces, as it reads them. */
import debian from '../../generated/native/debian.json' with { type: 'json' };
import files from '../../generated/native/files.json' with { type: 'json' };
import api from '../../generated/openapi.json' with { type: 'json' };
import { readDescription, type DescribedOperation, type OpenApiDocument } from '../../src/contract/description.ts';

export const documents: readonly OpenApiDocument[] = [api, debian, files];

/** Every operation with its description, so that later ones join every test that runs over this list. */
export const everyOperation: readonly {
  readonly id: string;
  readonly operation: DescribedOperation;
  readonly document: OpenApiDocument;
}[] = documents.flatMap((document) =>
  readDescription(document).operations.map((operation) => ({ id: operation.id, operation, document })),
);
