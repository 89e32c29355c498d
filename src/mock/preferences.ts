/** The response that a request to the mock prefers: the `Prefer` header (RFC 7240) in Prism's format. */
import type { OpenApiDocument } from '../contract/description.ts';
import { invalidRequest } from '../contract/replies/problems.ts';
import type { Failure } from '../model/failure.ts';
import { lowestSuccess, type Examples } from './examples.ts';

export interface Preferences {
  readonly status: number;
  readonly example: string | undefined;
  /** Whether to generate a response from its schema. */
  readonly dynamic: boolean;
  /** The seed for generating it, so that it can be reproduced. */
  readonly seed: string | undefined;
}

/** Returns the contract with the `Prefer` header added to every operation. */
export function askingForExamples(document: OpenApiDocument): OpenApiDocument {
  const prefer = { name: 'Prefer', in: 'header', schema: { type: 'string' } };
  const paths = Object.entries(document.paths).map(([path, item]) => {
    // The linter checks that parameters are a list.
    const parameters = (item['parameters'] ?? []) as readonly unknown[];
    return [path, { ...item, parameters: [...parameters, prefer] }] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

/** Throws `invalid-request` if no response of the operation matches. */
export function readPreferences(header: string | undefined, examples: Examples): Preferences {
  const preferred = parse(header ?? '');
  const code = preferred.get('code');
  const example = preferred.get('example');
  const statuses = [...examples.keys()];
  if (code !== undefined && !statuses.includes(Number(code)))
    throw notThere(`status ${code} is not described for this operation`, statuses);
  const status = code === undefined ? lowestSuccess(examples) : Number(code);
  const names = Object.keys(examples.get(status) ?? {});
  if (example !== undefined && !names.includes(example)) throw notThere(`${status} has no example ${example}`, names);
  const dynamic = preferred.get('dynamic') === 'true';
  return { status, example, dynamic, seed: preferred.get('seed') };
}

/** RFC 7240, section 2: if a preference is duplicate, the first applies. */
function parse(header: string): ReadonlyMap<string, string> {
  const pairs = (header.match(/(?:"[^"]*"|[^,;"])+/g) ?? []).map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim().toLowerCase(), value.join('=').replaceAll('"', '').trim()] as const;
  });
  return new Map(pairs.reverse());
}

function notThere(what: string, known: readonly (string | number)[]): Failure {
  const right = known.length > 0 ? `use one of ${known.join(', ')}` : 'it has none';
  return invalidRequest([{ path: 'headers.prefer', message: `${what}; ${right}` }]);
}
