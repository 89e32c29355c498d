import type { Context, MediaType, Named, Operation, Response, Rule } from './rule.ts';

/**
 * Tools that walk through an API follow `links`, and guess where there are none. So the success of a `list`, `create`,
 * `publish` or `copy` that has a JSON body links to each `get`, `copy` and `delete` of such a thing, and a link has all
 * parameters of the path that it leads to. What it reads from the body stands in an example of that body.
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
  if (target === undefined) return say(`No operation is called \`${operationId}\`.`);
  for (const [, name = ''] of target.path.matchAll(/\{([^}]+)\}/g))
    if (!(name in parameters)) say(`The link to \`${operationId}\` lacks \`${name}\`.`);
  for (const [name, expression] of Object.entries(parameters)) {
    const [, pointer] = /^\$response\.body#(\/.*)$/.exec(String(expression)) ?? [];
    if (pointer !== undefined && !bodies.some((body) => valueAt(body, pointer) !== undefined))
      say(`The link to \`${operationId}\` reads \`${name}\` from ${pointer}, which is in no example of the body.`);
  }
}

/** Returns undefined if the JSON Pointer (RFC 6901) leads nowhere. No name here has a tilde or a slash to unescape. */
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

/** Whether an operation is about one of the things that are made and listed at a path. A copy is made like they are. */
function isAbout(path: string, { path: other, operationId }: Known): boolean {
  const collection = path.replace(/\/\{[^}]+\}\/copy$/, '').replace(/\/$/, '');
  if (!other.startsWith(`${collection}/{`)) return false;
  const rest = other.slice(collection.length).replace(/\/$/, '');
  return /^\/\{[^}]+\}$/.test(rest)
    ? /^(get|delete)[A-Z]/.test(operationId)
    : /^\/\{[^}]+\}\/copy$/.test(rest) && /^copy[A-Z]/.test(operationId);
}
