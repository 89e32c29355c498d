/** The tree over the segments of all described paths, in which `router.ts` searches. Built once, at start. */
import type { DescribedOperation, DescribedParameter, Method } from './description.ts';
import { segmentsOfTemplate } from './path-template.ts';

/** An operation and its service. */
export interface Routed {
  readonly operation: DescribedOperation;
  /** The title of the operation's description. */
  readonly service: string;
}

/** The operations of a path, by method. */
export interface Served<T> {
  readonly methods: ReadonlyMap<Method, T>;
  /** The operations for clients that prefer HTML, which precede the others. */
  readonly forBrowsers: ReadonlyMap<Method, T>;
}

export interface Branch<T> extends Served<T> {
  readonly literals: ReadonlyMap<string, Branch<T>>;
  /** In the order of the search. */
  readonly variables: readonly Variable<T>[];
  /** Whether a search can reach this node with different numbers of segments. */
  readonly isBelowRun: boolean;
  /** One route of each service that has routes through this node. All have some through the root, which has none. */
  readonly services: readonly T[];
}

/** The node of a path parameter. Parameters with the same pattern share it, regardless of their names. */
export interface Variable<T> {
  readonly pattern: RegExp | undefined;
  /** The maximum length of a parameter that spans segments; undefined for one of a single segment. */
  readonly longestRun: number | undefined;
  /** Values that it does not match if literals are alternatives. */
  readonly reserved: ReadonlySet<string>;
  readonly next: Branch<T>;
}

/** Values that a path parameter cannot have if literals are alternatives, by the parameter's name. */
export type ReservedValues = Readonly<Record<string, ReadonlySet<string>>>;

/**
 * Throws an `Error` that names both paths if two services describe one path, or if two paths cannot be distinguished.
 */
export function growTree<T extends Routed>(routes: readonly T[], reserved: ReservedValues): Branch<T> {
  const root = newBranch<T>(false);
  for (const route of routes) plant(root, route, reserved);
  return root;
}

interface GrowingBranch<T> extends Branch<T> {
  readonly literals: Map<string, GrowingBranch<T>>;
  readonly variables: GrowingVariable<T>[];
  readonly methods: Map<Method, T>;
  readonly forBrowsers: Map<Method, T>;
  readonly services: T[];
}

interface GrowingVariable<T> extends Variable<T> {
  reserved: ReadonlySet<string>;
  readonly next: GrowingBranch<T>;
}

function plant<T extends Routed>(root: GrowingBranch<T>, route: T, reserved: ReservedValues): void {
  const { operation } = route;
  let at = root;
  for (const segment of segmentsOfTemplate(operation.path)) {
    if ('literal' in segment) {
      const next = at.literals.get(segment.literal) ?? newBranch(at.isBelowRun);
      at.literals.set(segment.literal, next);
      at = next;
    } else {
      const variable = variableFor(at, operation, segment.parameter);
      variable.reserved = new Set([...variable.reserved, ...(reserved[segment.parameter] ?? [])]);
      at = variable.next;
    }
    if (!at.services.some(({ service }) => service === route.service)) at.services.push(route);
  }
  claim(at, route);
}

function claim<T extends Routed>(at: GrowingBranch<T>, route: T): void {
  const { operation, service } = route;
  const { id, method, path, forBrowsers } = operation;
  const methods = forBrowsers ? at.forBrowsers : at.methods;
  const [owner] = methods.values();
  if (owner && owner.service !== service) {
    throw new Error(
      `"${owner.service}" and "${service}" describe one path: ${owner.operation.path} and ${path}. ` +
        'Describe it in one of them, or in a separate description.',
    );
  }
  if (owner && owner.operation.path !== path)
    throw new Error(`${owner.operation.path} and ${path} of "${service}" cannot be distinguished`);
  if (methods.has(method)) throw new Error(`${id}: ${method} ${path} is served twice`);
  methods.set(method, route);
}

/** Throws for a parameter that cannot be distinguished from an existing one. */
function variableFor<T>(at: GrowingBranch<T>, operation: DescribedOperation, name: string): GrowingVariable<T> {
  const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
  const longestRun = longestRunOf(operation, parameter);
  const pattern = parameter?.pattern === undefined ? undefined : new RegExp(parameter.pattern, 'u');
  const isRun = longestRun !== undefined;
  const kin = at.variables.find(
    (other) => other.pattern?.source === pattern?.source && (other.longestRun !== undefined) === isRun,
  );
  if (kin && kin.longestRun !== longestRun) {
    const lengths = `${kin.longestRun} and ${longestRun}`;
    throw new Error(
      `${operation.id}: {${name}} has the pattern of another parameter, and another maxLength: ${lengths}`,
    );
  }
  if (kin) return kin;
  const variable = { pattern, longestRun, reserved: new Set<string>(), next: newBranch<T>(at.isBelowRun || isRun) };
  const behind = at.variables.findIndex((other) => rankOf(other) > rankOf(variable));
  at.variables.splice(behind === -1 ? at.variables.length : behind, 0, variable);
  return variable;
}

/** The order of the parameters of a node: the most specific are first, and of equals the first described. */
function rankOf({ pattern, longestRun }: Pick<Variable<never>, 'pattern' | 'longestRun'>): number {
  if (longestRun !== undefined) return 2;
  return pattern === undefined ? 1 : 0;
}

/** All runs up to the maximum length are searched, so a parameter that spans segments needs a pattern and a limit. */
function longestRunOf({ id }: DescribedOperation, parameter: DescribedParameter | undefined): number | undefined {
  if (!parameter?.spansSegments) return undefined;
  const { name, pattern, maxLength } = parameter;
  if (pattern === undefined || maxLength === undefined)
    throw new Error(`${id}: {${name}} spans segments, so it needs a pattern and a maxLength`);
  return maxLength;
}

function newBranch<T>(isBelowRun: boolean): GrowingBranch<T> {
  return {
    literals: new Map(),
    variables: [],
    methods: new Map(),
    forBrowsers: new Map(),
    isBelowRun,
    services: [],
  };
}
