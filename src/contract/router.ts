/**
 * Finds the operations of a URL in a tree of its path segments. Each node tries literals first, then parameters of one
 * segment with a pattern, those without, and those that span segments; of equals, the first described. The first match
 * of all segments is the route (OpenAPI 3.1, "Path Templating Matching").
 */
import { growTree, type Branch, type ReservedValues, type Routed, type Served, type Variable } from './route-tree.ts';

export interface Router<T extends Routed> {
  /** Returns the route of a path, with its decoded parameters; undefined for an unknown path. */
  find(segments: readonly string[]): Found<T> | undefined;
  /** Returns a route of each service whose part of the tree contains an unknown path; none at the root. */
  nearest(segments: readonly string[]): readonly T[];
}

export interface Found<T> extends Served<T> {
  /** The values of the path parameters, in order. */
  readonly values: readonly string[];
}

/** Throws if two services describe one path, or if two paths cannot be distinguished. */
export function createRouter<T extends Routed>(routes: readonly T[], reserved: ReservedValues = {}): Router<T> {
  const root = growTree(routes, reserved);
  const read = (segments: readonly string[], slashes: Slashes): Found<T> | undefined =>
    search(root, { segments, slashes, known: new Map() }, 0);
  return {
    find: (segments) => read(segments, 'described') ?? (segments.includes('') ? read(segments, 'lenient') : undefined),
    nearest: (segments) => servicesOfLastBranch(root, segments),
  };
}

/**
 * The handling of empty segments. Clients that join URLs naively send `/v2//organizations` and `/v2/organizations/`,
 * and Buildkite's API ignores the additional slashes. Paths that are described with such slashes are tried first.
 */
type Slashes = 'described' | 'lenient';

/** Splits a path into its decoded segments. Throws `URIError` for an invalid percent-encoding. */
export function segmentsOf(path: string): string[] {
  const segments = path.slice(1).split('/');
  return path.includes('%') ? segments.map(decodeURIComponent) : segments;
}

/**
 * Descends as long as each segment is a literal or may be a value. Any text may be a value, so one at a place of several
 * services belongs to all of them until another segment fits.
 */
function servicesOfLastBranch<T>(root: Branch<T>, segments: readonly string[]): readonly T[] {
  let at = root;
  let { services } = root;
  let isInRun = false;
  for (const segment of segments) {
    if (segment === '') continue;
    const literal = at.literals.get(segment);
    const variable = literal ? undefined : at.variables.find((one) => mayBe(at, one, segment));
    const next = literal ?? variable?.next;
    if (!next && !isInRun) return services;
    if (next) isInRun = variable?.longestRun !== undefined;
    const isAnyText = variable !== undefined && at.services.length > 1;
    at = next ?? at;
    if (!isAnyText) ({ services } = at);
  }
  return services;
}

function mayBe<T>({ literals, variables }: Branch<T>, variable: Variable<T>, segment: string): boolean {
  if (literals.size > 0 && variable.reserved.has(segment)) return false;
  return variable.longestRun !== undefined || variables.length === 1 || variable.pattern?.test(segment) !== false;
}

interface Walk<T> {
  readonly segments: readonly string[];
  readonly slashes: Slashes;
  /** The results by branch and depth, below parameters that span segments, so that each is searched once. */
  readonly known: Map<Branch<T>, Map<number, Found<T> | undefined>>;
}

function search<T>(at: Branch<T>, walk: Walk<T>, depth: number): Found<T> | undefined {
  if (!at.isBelowRun) return searchOnce(at, walk, depth);
  const known = walk.known.get(at) ?? new Map<number, Found<T> | undefined>();
  walk.known.set(at, known);
  if (!known.has(depth)) known.set(depth, searchOnce(at, walk, depth));
  return known.get(depth);
}

function searchOnce<T>(at: Branch<T>, walk: Walk<T>, depth: number): Found<T> | undefined {
  return byLiteral(at, walk, depth) ?? byVariable(at, walk, depth) ?? byEnd(at, walk, depth);
}

function byLiteral<T>(at: Branch<T>, walk: Walk<T>, depth: number): Found<T> | undefined {
  const segment = walk.segments[depth];
  const next = segment === undefined ? undefined : at.literals.get(segment);
  return next && search(next, walk, depth + 1);
}

function byVariable<T>(at: Branch<T>, walk: Walk<T>, depth: number): Found<T> | undefined {
  const segment = walk.segments[depth];
  // An empty segment is not a value.
  if (segment === undefined || segment === '') return undefined;
  for (const variable of at.variables) {
    if (at.literals.size > 0 && variable.reserved.has(segment)) continue;
    const found =
      variable.longestRun === undefined
        ? bySegment(at, variable, segment, walk, depth)
        : byRun(variable, variable.longestRun, walk, depth);
    if (found) return found;
  }
  return undefined;
}

/** Patterns distinguish parameters. The pattern of a single one is left to the validators, which explain the error. */
function bySegment<T>(
  { variables }: Branch<T>,
  { pattern, next }: Variable<T>,
  segment: string,
  walk: Walk<T>,
  depth: number,
): Found<T> | undefined {
  if (variables.length > 1 && pattern?.test(segment) === false) return undefined;
  return withValue(segment, search(next, walk, depth + 1));
}

/**
 * Returns the longest run of segments that matches. A literal after a run is tried first, then a parameter, then the
 * end of the path. The rest of the path is searched first, because its result is memoized, and a pattern is only tried
 * if the rest matches.
 */
function byRun<T>(
  { pattern, next }: Variable<T>,
  longestRun: number,
  walk: Walk<T>,
  depth: number,
): Found<T> | undefined {
  const last = lastEnd(walk.segments, depth, longestRun);
  for (const byRest of [byLiteral<T>, byVariable<T>, byEnd<T>]) {
    for (let end = last; end > depth; end -= 1) {
      const rest = byRest(next, walk, end);
      if (!rest) continue;
      const value = walk.segments.slice(depth, end).join('/');
      if (pattern?.test(value)) return withValue(value, rest);
    }
  }
  return undefined;
}

/** Returns the end of the longest run from `depth`. It has no empty segments; a character has up to two code units. */
function lastEnd(segments: readonly string[], depth: number, longestRun: number): number {
  let end = depth;
  for (let units = -1; end < segments.length; end += 1) {
    const segment = segments[end] ?? '';
    units += 1 + segment.length;
    if (segment === '' || units > 2 * longestRun) break;
  }
  return end;
}

/** Returns whether the path ends here, or continues with ignored empty segments only. */
function byEnd<T>(at: Branch<T>, walk: Walk<T>, depth: number): Found<T> | undefined {
  const { segments, slashes } = walk;
  if (depth === segments.length) return endingAt(at);
  return segments[depth] === '' && slashes === 'lenient' ? skipEmpty(at, walk, depth) : undefined;
}

/**
 * An empty segment is skipped at the end and if there is no parameter, where it is a missing value. Beside a parameter,
 * it is skipped before a literal, unless that is also next to the missing value: `/keys//list` may mean `/keys/{id}/list`.
 */
function skipEmpty<T>(at: Branch<T>, walk: Walk<T>, depth: number): Found<T> | undefined {
  if (depth === walk.segments.length - 1) return endingAt(at);
  let next = depth;
  while (walk.segments[next] === '') next += 1;
  if (at.variables.length === 0) return search(at, walk, next);
  const segment = walk.segments[next];
  const isAfterValue = segment !== undefined && at.variables.some((one) => one.next.literals.has(segment));
  return isAfterValue ? undefined : byLiteral(at, walk, next);
}

function endingAt<T>({ methods, forBrowsers }: Branch<T>): Found<T> | undefined {
  return methods.size + forBrowsers.size > 0 ? { methods, forBrowsers, values: [] } : undefined;
}

function withValue<T>(value: string, rest: Found<T> | undefined): Found<T> | undefined {
  return rest && { methods: rest.methods, forBrowsers: rest.forBrowsers, values: [value, ...rest.values] };
}
