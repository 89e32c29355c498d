/** Finds the operations of a URL in a tree over its path segments; the cost does not depend on how many there are. */
import type { DescribedOperation, Method } from './description.ts';

export interface Router<T extends Routed> {
  /** The route of a path, with its decoded parameters; undefined for an unknown path. */
  find(segments: readonly string[]): Found<T> | undefined;
}

/** Something that serves an operation. */
export interface Routed {
  readonly operation: DescribedOperation;
}

export interface Found<T> {
  readonly methods: ReadonlyMap<Method, T>;
  /** The values of the path's parameters, in their order. */
  readonly values: readonly string[];
}

interface Branch<T> {
  readonly literal: Map<string, Branch<T>>;
  parameter: Branch<T> | undefined;
  readonly methods: Map<Method, T>;
}

export function createRouter<T extends Routed>(routes: readonly T[]): Router<T> {
  const root = branch<T>();
  for (const route of routes) plant(root, route);
  return {
    find: (segments) =>
      search(root, segments, 'described') ?? (segments.includes('') ? search(root, segments, 'lenient') : undefined),
  };
}

/**
 * How empty segments are read. Clients that join URLs plainly send `/v2//organizations` and `/v2/organizations/`, which
 * Buildkite's API reads without the slashes in excess. Paths that are described with such slashes come first.
 */
type Slashes = 'described' | 'lenient';

/** Splits a path into its segments, decoded. Throws `URIError` for a percent-encoding that stands for nothing. */
export function segmentsOf(path: string): string[] {
  const segments = path.slice(1).split('/');
  return path.includes('%') ? segments.map(decodeURIComponent) : segments;
}

function plant<T extends Routed>(root: Branch<T>, route: T): void {
  const { id, method, path } = route.operation;
  let at = root;
  for (const segment of path.slice(1).split('/')) {
    if (segment.startsWith('{')) at = at.parameter ??= branch();
    else {
      const next = at.literal.get(segment) ?? branch();
      at.literal.set(segment, next);
      at = next;
    }
  }
  if (at.methods.has(method)) throw new Error(`${id}: ${method} ${path} is served twice`);
  at.methods.set(method, route);
}

/** A literal segment goes before a parameter, but only if the rest fits too (OpenAPI 3.1, Path Templating Matching). */
function search<T>(
  at: Branch<T>,
  segments: readonly string[],
  slashes: Slashes,
  depth = 0,
  values: readonly string[] = [],
): Found<T> | undefined {
  const segment = segments[depth];
  if (segment === undefined) return endingAt(at, values);
  const literal = at.literal.get(segment);
  const found = literal && search(literal, segments, slashes, depth + 1, values);
  if (found) return found;
  if (segment === '') return slashes === 'lenient' ? skipEmpty(at, segments, depth, values) : undefined;
  return at.parameter && search(at.parameter, segments, slashes, depth + 1, [...values, segment]);
}

/** An empty segment is skipped at the end, and where no parameter can stand: there it is a value that is missing. */
function skipEmpty<T>(
  at: Branch<T>,
  segments: readonly string[],
  depth: number,
  values: readonly string[],
): Found<T> | undefined {
  if (depth === segments.length - 1) return endingAt(at, values);
  if (at.parameter) return undefined;
  let next = depth;
  while (segments[next] === '') next += 1;
  return search(at, segments, 'lenient', next, values);
}

function endingAt<T>({ methods }: Branch<T>, values: readonly string[]): Found<T> | undefined {
  return methods.size > 0 ? { methods, values } : undefined;
}

function branch<T>(): Branch<T> {
  return { literal: new Map(), parameter: undefined, methods: new Map() };
}
