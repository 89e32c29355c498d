import type { Context, MediaType, Named, Operation, Response, Rule } from './rule.ts';

/**
 * Tools that explore an API follow `links`, and guess if there are none. So the success of a `list`, `create`,
 * `publish` or `copy` with a JSON body links to each `get`, `copy` and `delete` of such an object, and a link has all
 * parameters of its target's path. The values that it reads from the body exist in an example of that body.
 */
export const linksLeadOn: Rule = () => {
  let path = '';
  const known: Known[] = [];
  return {
    PathItem(_: object, { key }: Context) {
      path = String(key);
    },
    Operation({ operationId = '', responses = {} }: Operation, { location, report, resolve }: Context) {
      const found = resolve<Success>(responses['200'] ?? {});
      const { links = {}, content = {} } = found.node;
      const at = '$ref' in Object(responses['200']) ? found.location : location.child(['responses', '200']);
      known.push({
        path,
        operationId,
        isSource: /^(list|create|publish|copy)[A-Z]/.test(operationId) && 'application/json' in content,
        links: Object.values(links),
        bodies: examplesOf(content['application/json'], found.location, resolve),
        say: (message) => report({ message, location: at.child('links') }),
      });
    },
    Root: {
      leave() {
        for (const { links, bodies, say } of known) for (const link of links) check(link, bodies, known, say);
        for (const { path: own, isSource, links, say } of known) {
          const linked = new Set(links.map(({ operationId }) => operationId));
          const missing = isSource
            ? known.filter((other) => isAbout(own, other) && !linked.has(other.operationId))
            : [];
          for (const { operationId } of missing) say(`Link to \`${operationId}\`.`);
        }
      },
    },
  };
};

interface Known {
  readonly path: string;
  readonly operationId: string;
  readonly isSource: boolean;
  readonly links: readonly Link[];
  /** The examples of the body. */
  readonly bodies: readonly unknown[];
  readonly say: (message: string) => void;
}

interface Link {
  readonly operationId?: string;
  readonly parameters?: Named<unknown>;
}

interface Success extends Response {
  readonly links?: Named<Link>;
}

function check(
  { operationId = '', parameters = {} }: Link,
  bodies: readonly unknown[],
  all: readonly Known[],
  say: Known['say'],
): void {
  const target = all.find((other) => other.operationId === operationId);
  if (target === undefined) return say(`There is no operation \`${operationId}\`.`);
  for (const [, name = ''] of target.path.matchAll(/\{([^}]+)\}/g))
    if (!(name in parameters)) say(`The link to \`${operationId}\` lacks \`${name}\`.`);
  for (const [name, expression] of Object.entries(parameters)) {
    const [, pointer] = /^\$response\.body#(\/.*)$/.exec(String(expression)) ?? [];
    if (pointer !== undefined && !bodies.some((body) => valueAt(body, pointer) !== undefined))
      say(`The link to \`${operationId}\` reads \`${name}\` from ${pointer}, which no example of the body has.`);
  }
}

/** Returns undefined if the JSON Pointer (RFC 6901) has no target. No name here has a tilde or a slash to unescape. */
function valueAt(body: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => (value as Named<unknown> | null | undefined)?.[name], body);
}

function examplesOf(
  { examples = {} }: MediaType = {},
  { source }: Context['location'],
  resolve: Context['resolve'],
): readonly unknown[] {
  return Object.values(examples).map((example) => resolve(example, source.absoluteRef).node.value);
}

/** Returns whether an operation is about one of the objects that are created and listed at a path, or about a copy. */
function isAbout(path: string, { path: other, operationId }: Known): boolean {
  const collection = path.replace(/\/\{[^}]+\}\/copy$/, '').replace(/\/$/, '');
  if (!other.startsWith(`${collection}/{`)) return false;
  const rest = other.slice(collection.length).replace(/\/$/, '');
  return /^\/\{[^}]+\}$/.test(rest)
    ? /^(get|delete)[A-Z]/.test(operationId)
    : /^\/\{[^}]+\}\/copy$/.test(rest) && /^copy[A-Z]/.test(operationId);
}
