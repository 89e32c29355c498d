/**
 * A request before it is sent. What names something on the server is a blank that is filled in at the last moment, so
 * that the same draft can be sent again, and shrunk, when those things have other names.
 */
import type { CredentialScheme } from '../../src/contract/credentials.ts';
import type { DescribedAccess, DescribedWay } from '../../src/contract/described-access.ts';
import type { DescribedOperation } from '../../src/contract/description.ts';
import type { EcosystemId } from '../../src/model/values.ts';
import type { PackageRecipe } from './packages.ts';

export interface Draft {
  /** The ecosystem of the things for the placeholders. */
  readonly ecosystem: EcosystemId;
  readonly method: string;
  /** As in the description. */
  readonly path: string;
  readonly pathValues: Readonly<Record<string, Given>>;
  /** The path parameters whose slashes are sent as they are; those of others are percent-encoded. */
  readonly plainSlashes: readonly string[];
  readonly query: readonly QueryPair[];
  readonly headers: Readonly<Record<string, string>>;
  /** For operations that only browsers get; undefined for others. */
  readonly accept?: string | undefined;
  /** In headers of their own; none for a caller without credentials. */
  readonly credentials: readonly Credentials[];
  readonly body: DraftBody | undefined;
}

/** A blank, by the name of the contract: any one of the things of that name, or else this text. */
export interface Blank {
  readonly known: string;
  readonly nth: number;
  readonly otherwise?: string | undefined;
}

export type Given = Blank | { readonly text: string };

/** `raw` is sent as it is. */
export type QueryPair = { readonly name: string; readonly value: Given } | { readonly raw: string };

export interface Credentials {
  readonly scheme: CredentialScheme;
  readonly secret: Given;
}

export type DraftBody =
  | { readonly json: unknown; readonly known: readonly string[] }
  | { readonly bytes: Uint8Array; readonly type: string | undefined }
  | { readonly lines: readonly unknown[] }
  | { readonly fields: readonly (readonly [name: string, text: string])[] }
  | { readonly parts: readonly DraftPart[]; readonly cutBy?: number }
  | { readonly text: string };

export type DraftPart = { readonly name: string } & ({ readonly text: Given } | { readonly file: PackageRecipe });

/** Beginning and end of a draft for an operation; nothing of it is wrong. */
export function plainDraft(operation: DescribedOperation, ecosystem: EcosystemId): Draft {
  const [way] = operation.access.ways;
  return {
    ecosystem,
    method: operation.method,
    path: operation.path,
    pathValues: {},
    plainSlashes: [],
    query: [],
    headers: {},
    accept: operation.forBrowsers ? 'text/html' : undefined,
    credentials: way ? [{ scheme: way.scheme, secret: { known: 'token', nth: 0 } }] : [],
    body: undefined,
  };
}

/** The first way of each header that has credentials: what one request can have together. */
export function oneAHeader({ ways, headers }: DescribedAccess): DescribedWay[] {
  return headers.flatMap((header) => ways.find(({ scheme }) => scheme.header.toLowerCase() === header) ?? []);
}

/** The names of all blanks. */
export function blanksOf({
  path,
  query,
  credentials,
  body,
}: Pick<Draft, 'path' | 'query' | 'credentials' | 'body'>): ReadonlySet<string> {
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const givens = [
    ...query.map((pair) => ('raw' in pair ? undefined : pair.value)),
    ...credentials.map(({ secret }) => secret),
    ...(body && 'parts' in body ? body.parts.map((part) => ('file' in part ? undefined : part.text)) : []),
  ];
  const named = givens.flatMap((given) => (given && 'known' in given ? [given.known] : []));
  return new Set([...inPath, ...named, ...(body && 'json' in body ? body.known : [])]);
}

/** The names of those whose things are no more, or are others, once the request has succeeded. */
export function spentBy({ method, path, body, credentials }: Draft): ReadonlySet<string> {
  if (method === 'GET') return new Set();
  // A withdrawn package is not what other requests expect, nor is an unlisted one.
  const last = /\{([^}]+)\}(?:\/(?:standing|withdraw))?$/.exec(path)?.[1];
  // An operation that deletes something without naming it deletes the token of the caller.
  const own = method === 'DELETE' && last === undefined && credentials.length > 0 ? ['token'] : [];
  const inBody = blanksOf({ ...plain, body });
  return new Set([...own, ...(last === undefined ? [] : [last]), ...inBody]);
}

const plain = { path: '', query: [], credentials: [] };
