/** The response that a request to the mock prefers: the `Prefer` header (RFC 7240), with the preferences of Prism. */
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
  /** The time before the response is sent (RFC 7240, section 4.3), in milliseconds. */
  readonly wait: number;
  /** The value of `Preference-Applied` (RFC 7240, section 3); undefined if the request has no known preference. */
  readonly applied: string | undefined;
}

/** Returns the contract with the `Prefer` header added to every operation. */
export function askingForExamples(document: OpenApiDocument): OpenApiDocument {
  const prefer = { name: 'Prefer', in: 'header', description, schema: { type: 'string' } };
  const paths = Object.entries(document.paths).map(([path, item]) => {
    // The linter checks that parameters are a list.
    const parameters = (item['parameters'] ?? []) as readonly unknown[];
    return [path, { ...item, parameters: [...parameters, prefer] }] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

/** In seconds. */
const longestWait = 60;

const description = `Selects the response, as in \`code=404, wait=2\`; \`Preference-Applied\` repeats the applied preferences.

- \`code=STATUS\`: a response with this status
- \`example=NAME\`: the example with this name
- \`dynamic=true\`: generated data instead of an example, and \`seed=TEXT\` to get the same data again
- \`wait=SECONDS\`: send the response after that time, at most ${longestWait} seconds
`;

/** RFC 9110, section 5.6.2. Other values are quoted. */
const isToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const known = ['code', 'example', 'dynamic', 'seed', 'wait'];

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
  const wait = waitOf(preferred.get('wait'));
  return { status, example, dynamic, seed: preferred.get('seed'), wait, applied: appliedOf(preferred) };
}

/** RFC 7240 has whole seconds; parts of a second are accepted, too. */
function waitOf(text = '0'): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Infinity;
  if (seconds <= longestWait) return seconds * 1000;
  throw unusable(`wait=${text} is not a number of seconds; use 0 to ${longestWait}`);
}

function appliedOf(preferred: ReadonlyMap<string, string>): string | undefined {
  const applied = known.flatMap((name) => {
    const value = preferred.get(name);
    return value === undefined ? [] : [`${name}=${isToken.test(value) ? value : `"${value}"`}`];
  });
  return applied.length === 0 ? undefined : applied.join(', ');
}

/** RFC 7240, section 2: if a preference is duplicate, the first applies. */
function parse(header: string): ReadonlyMap<string, string> {
  const pairs = (header.match(/(?:"[^"]*"|[^,;"])+/g) ?? []).map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim().toLowerCase(), value.join('=').replaceAll('"', '').trim()] as const;
  });
  return new Map(pairs.reverse());
}

function notThere(what: string, choices: readonly (string | number)[]): Failure {
  const right = choices.length > 0 ? `use one of ${choices.join(', ')}` : 'it has none';
  return unusable(`${what}; ${right}`);
}

function unusable(message: string): Failure {
  return invalidRequest([{ path: 'headers.prefer', message }]);
}
