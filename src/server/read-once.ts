/** Descriptions as the server reads them, each once in a process. */
import { readDescription, type Description, type OpenApiDocument } from '../contract/description.ts';
import { memoizeBy } from '../contract/memoize-by.ts';
import { scopes } from '../model/limits.ts';

/** Reads a description. Throws if it names a scope that no token can have. */
export const readOnce = memoizeBy((document: OpenApiDocument): Description => {
  const description = readDescription(document);
  for (const { id, access, conditionalScopes } of description.operations) {
    const named = [...access.ways.flatMap((way) => way.scopes), ...conditionalScopes];
    const odd = named.find((scope) => !scopes.some((one) => one === scope));
    if (odd !== undefined) throw new Error(`${id}: ${odd} is not a scope`);
  }
  return description;
});

/** Returns the headers that have the secrets of requests, in lower case. */
export function secretHeaders(documents: readonly OpenApiDocument[]): string[] {
  const operations = documents.flatMap((document) => readOnce(document).operations);
  return [...new Set(operations.flatMap(({ access }) => [...access.headers, ...(access.cookie ? ['cookie'] : [])]))];
}
