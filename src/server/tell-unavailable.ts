/** Where a database that does not answer becomes a problem that clients are told about, whatever they asked for. */
import { RegistryError } from '../registry/errors.ts';
import { CatalogUnavailable, type Catalog } from '../storage/catalog.ts';

/** The same catalog, but its `CatalogUnavailable` is the problem `unavailable`. */
export function tellUnavailable(catalog: Catalog): Catalog {
  return telling(catalog);
}

function telling<Part extends object>(part: Part): Part {
  const members = Object.entries(part).map(([name, member]: [string, unknown]) => {
    if (typeof member === 'function')
      return [name, (...input: unknown[]) => translated(Reflect.apply(member, part, input))];
    return [name, typeof member === 'object' && member !== null ? telling(member) : member];
  });
  // The same names, with functions that take and answer the same.
  return Object.fromEntries(members) as Part;
}

function translated(answer: unknown): unknown {
  if (answer instanceof Promise) return answer.catch(fail);
  return isStream(answer) ? translatedStream(answer) : answer;
}

async function* translatedStream(stream: AsyncIterable<unknown>): AsyncGenerator {
  try {
    yield* stream;
  } catch (error) {
    fail(error);
  }
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

function fail(error: unknown): never {
  if (!(error instanceof CatalogUnavailable)) throw error;
  throw new RegistryError('unavailable', 'The database does not answer. Try again in a moment.', { cause: error });
}
