/** Compares what a generated client read and wrote with what the server sent, and with what must have happened. */
import { isDeepStrictEqual } from 'node:util';

/** What a driver prints, as JSON. Bodies are whole, as the client writes what it has read. */
export interface Outcome {
  readonly seeded: unknown;
  readonly created: { readonly slug: string; readonly [more: string]: unknown };
  readonly registries: readonly string[];
  readonly published: { readonly id: string; readonly url: string; readonly registry: { readonly slug: string } };
  readonly conflict: unknown;
  readonly packages: readonly string[];
  readonly got: unknown;
  readonly files: readonly string[];
  readonly sha256: string;
  readonly copied: { readonly id: string; readonly [more: string]: unknown };
  readonly deleted: readonly string[];
  readonly missing: unknown;
}

export interface Expected {
  /** The name of the generator, with which the driver names its registries. */
  readonly name: string;
  /** The bodies of the seeded registry and package, as the server sent them. */
  readonly seeded: unknown;
  readonly seededRegistry: string;
  readonly file: { readonly name: string; readonly sha256: string };
}

/** Returns a line for each difference. */
export function differences(outcome: Outcome, { name, seeded, seededRegistry, file }: Expected): readonly string[] {
  const { created, published, copied } = outcome;
  const [shelf, other] = [`${name}-shelf`, `${name}-other`];
  const slugs = [seededRegistry, shelf, other];
  const registry = {
    slug: shelf,
    name: `(${name}) shelf`,
    ecosystem: 'files',
    emoji: '🍌',
    public: false,
    oidc_policy: JSON.stringify([{ iss: 'https://agent.example', scopes: ['read_packages'] }]),
  };
  const content = { name: 'banana', version: '1.0.0', digests: { sha256: file.sha256 } };
  const comparisons: readonly (readonly [what: string, actual: unknown, expected: unknown])[] = [
    ['the seeded registry', outcome.seeded, seeded],
    ['the created registry', partOf(created, registry), registry],
    // Those of a generator that failed may be there too.
    ['the list of registries', outcome.registries.filter((slug) => slugs.includes(slug)), slugs],
    ['the published package', partOf(published, content), content],
    ['the registry of the published package', published.registry.slug, shelf],
    [
      'the second publication',
      outcome.conflict,
      { type: 'urn:larder:problem:package-exists', status: 409, url: published.url },
    ],
    ['the list of packages', outcome.packages, [published.id]],
    ['the package', outcome.got, published],
    ['the list of files', outcome.files, [file.name]],
    ['the bytes of the download', outcome.sha256, file.sha256],
    ['the copy', partOf(copied, { ...content, registry: { slug: other } }), { ...content, registry: { slug: other } }],
    ['whether the copy has an id of its own', copied.id !== published.id, true],
    [
      'the deletions',
      outcome.deleted,
      [
        'Deleted banana 1.0.0 (bin).',
        'Deleted banana 1.0.0 (bin).',
        `Deleted registry "(${name}) other" and its packages.`,
      ],
    ],
    ['the deleted package', outcome.missing, { type: 'urn:larder:problem:not-found', status: 404 }],
  ];
  return comparisons.flatMap(([what, actual, expected]) =>
    isDeepStrictEqual(comparable(actual), comparable(expected))
      ? []
      : [`${what}: ${JSON.stringify(comparable(actual))} instead of ${JSON.stringify(comparable(expected))}`],
  );
}

/** Returns the properties that the pattern has, at any depth. */
function partOf(value: unknown, pattern: object): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(pattern).map(([key, inner]) => [key, isObject(inner) ? partOf(value[key], inner) : value[key]]),
  );
}

/** Clients write `null` or leave it out, and have several ways to write a time; both mean the same. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value))
    return new Date(value).toISOString();
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === null || inner === undefined ? [] : [[key, comparable(inner)]],
    ),
  );
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
