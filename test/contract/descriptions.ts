/** All descriptions that the server enforces, as it reads them. */
import api from '../../generated/openapi.json' with { type: 'json' };
import pages from '../../generated/pages.json' with { type: 'json' };
import { readDescription, type DescribedOperation, type OpenApiDocument } from '../../src/contract/description.ts';
import { ecosystems } from '../../src/ecosystems/index.ts';

export const documents: readonly OpenApiDocument[] = [
  api,
  pages,
  ...Object.values(ecosystems).map(({ native }) => native.description),
];

/** Every operation with its description, so that later ones join every test that runs over this list. */
export const everyOperation: readonly {
  readonly id: string;
  readonly operation: DescribedOperation;
  readonly document: OpenApiDocument;
}[] = documents.flatMap((document) =>
  readDescription(document).operations.map((operation) => ({ id: operation.id, operation, document })),
);
