/** What a request to the mock prefers to get, by the header `Prefer` (RFC 7240) in the form that Prism gave it. */
import type { OpenApiDocument } from '../contract/description.ts';
import { invalidRequest } from '../contract/replies/problems.ts';
import type { RegistryError } from '../model/failure.ts';
import { lowestSuccess, type Examples } from './examples.ts';

export interface Preferences {
  readonly status: number;
  readonly example: string | undefined;
  /** Whether to make up an answer from its schema. */
  readonly dynamic: boolean;
  /** What to make it up from, so that it can be had again. */
  readonly seed: string | undefined;
}

/** The contract with one more header for every operation: only the mock has it. */
export function askingForExamples(document: OpenApiDocument): OpenApiDocument {
  const prefer = { name: 'Prefer', in: 'header', schema: { type: 'string' } };
  const paths = Object.entries(document.paths).map(([path, item]) => {
    // The linter has checked that parameters are a list.
    const parameters = (item['parameters'] ?? []) as readonly unknown[];
    return [path, { ...item, parameters: [...parameters, prefer] }] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

/** Throws `invalid-request` for what no answer of the operation fits. */
export function readPreferences(header: string | undefined, examples: Examples): Preferences {
  const preferred = parse(header ?? '');
  const code = preferred.get('code');
  const example = preferred.get('example');
  const statuses = [...examples.keys()];
  if (code !== undefined && !statuses.includes(Number(code)))
    throw notThere(`status ${code} is not described here`, statuses);
  const status = code === undefined ? lowestSuccess(examples) : Number(code);
  const names = Object.keys(examples.get(status) ?? {});
  if (example !== undefined && !names.includes(example)) throw notThere(`${status} has no example ${example}`, names);
  const dynamic = preferred.get('dynamic') === 'true';
  return { status, example, dynamic, seed: preferred.get('seed') };
}

/** RFC 7240, section 2: of a preference that comes twice, the first counts. */
function parse(header: string): ReadonlyMap<string, string> {
  const pairs = (header.match(/(?:"[^"]*"|[^,;"])+/g) ?? []).map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim().toLowerCase(), value.join('=').replaceAll('"', '').trim()] as const;
  });
  return new Map(pairs.reverse());
}

function notThere(what: string, known: readonly (string | number)[]): RegistryError {
  const right = known.length > 0 ? `there is ${known.join(', ')}` : 'it has none';
  return invalidRequest([{ path: 'headers.prefer', message: `${what}; ${right}` }]);
}
