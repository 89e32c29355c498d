/** The files that the client is made of, from the bundled description of the API. */
import { clientMethods } from './client-methods.ts';
import { clientOperations, type Description } from './client-operations.ts';
import { operationTable } from './operation-table.ts';
import { problemClasses } from './problem-classes.ts';

/** Returns the text of each file by its name in `generated/`. */
export function clientCode(bundle: string): ReadonlyMap<string, string> {
  // Redocly has written it, after it was linted.
  const description = JSON.parse(bundle) as Description;
  const operations = clientOperations(description);
  return new Map([
    ['operations.ts', operationTable(description.info.version, operations)],
    ['methods.ts', clientMethods(operations)],
    ['errors.ts', problemClasses(description, operations)],
  ]);
}
