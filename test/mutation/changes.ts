/** The small lies: for each kind of mutant, what it changes at a place of a description. */
import type { Node, Place, PlaceKind } from './places.ts';

export interface Change {
  readonly kind: string;
  /** What it is, for readers. */
  readonly what: string;
  readonly apply: (node: Record<string, unknown>) => void;
}

/** All changes that can be made at a place, each of which is one mutant. */
export function changesAt({ kind, node }: Place): Change[] {
  return makers[kind].flatMap((make) => make(node));
}

type Maker = (node: Node) => Change[];

const makers: Readonly<Record<PlaceKind, readonly Maker[]>> = {
  schema: [dropRequired, renameProperties, widenType, narrowType, removeEnumValues, loosenLimits],
  operation: [removeScopes],
  replies: [(node) => removeEach('status removed', node)],
  headers: [(node) => removeEach('header removed', node)],
  header: [makeOptional],
  parameter: [(node) => (node['in'] === 'path' ? [] : makeOptional(node))],
  'request body': [makeOptional],
  content: [changeMediaTypes],
};

function dropRequired({ required }: Node): Change[] {
  return listOf(required).map((name) => ({
    kind: 'required dropped',
    what: `${name} is no longer required`,
    apply: (node) => {
      node['required'] = listOf(required).filter((other) => other !== name);
    },
  }));
}

function makeOptional({ required }: Node): Change[] {
  const apply = (node: Record<string, unknown>): void => void delete node['required'];
  return required === true ? [{ kind: 'required dropped', what: 'it is no longer required', apply }] : [];
}

function renameProperties({ properties, required }: Node): Change[] {
  return Object.keys(properties ?? {}).map((name) => {
    const rename = (other: string): string => (other === name ? `${name}_renamed` : other);
    return {
      kind: 'property renamed',
      what: `${name} is ${rename(name)}`,
      apply: (node) => {
        const own = Object.entries(node['properties'] ?? {});
        node['properties'] = Object.fromEntries(own.map(([key, value]) => [rename(key), value]));
        if (required !== undefined) node['required'] = listOf(required).map(rename);
      },
    };
  });
}

function widenType({ type }: Node): Change[] {
  const types = listOf(type);
  const wider = types.includes('integer')
    ? types.map((one) => (one === 'integer' ? 'number' : one))
    : [...types, types.includes('null') ? 'boolean' : 'null'];
  return types.length === 0 ? [] : [setType('type widened', wider)];
}

/** Where several types are named, to one of them; else there is nothing narrower than another type. */
function narrowType({ type }: Node): Change[] {
  const types = listOf(type);
  if (types.length > 1) return types.map((one) => setType('type narrowed', [one]));
  return types.map((one) => setType('type changed', [one === 'string' ? 'integer' : 'string']));
}

function setType(kind: string, types: readonly string[]): Change {
  const type = types.length === 1 ? types[0] : types;
  return {
    kind,
    what: `its type is ${types.join(' or ')}`,
    apply: (node) => {
      node['type'] = type;
    },
  };
}

function removeEnumValues({ enum: values }: Node): Change[] {
  return listOf(values).map((value) => ({
    kind: 'enum value removed',
    what: `${JSON.stringify(value)} is no longer a value`,
    apply: (node) => {
      node['enum'] = listOf(values).filter((other) => other !== value);
    },
  }));
}

/** Doubles upper limits, decrements lower ones, and skips limits without a size. */
const looser: Readonly<Record<string, (limit: number) => number>> = {
  maxLength: (limit) => limit * 2,
  maxItems: (limit) => limit * 2,
  maxProperties: (limit) => limit * 2,
  maximum: (limit) => limit * 2,
  minLength: (limit) => limit - 1,
  minItems: (limit) => limit - 1,
  minimum: (limit) => limit - 1,
};

function loosenLimits(schema: Node): Change[] {
  const sizes = Object.entries(looser).flatMap(([keyword, loosen]): Change[] => {
    const limit = schema[keyword];
    if (typeof limit !== 'number') return [];
    const to = loosen(limit);
    const apply = (node: Record<string, unknown>): void => void (node[keyword] = to);
    // Nothing is shorter than nothing.
    return to < 0 && keyword !== 'minimum' ? [] : [{ kind: 'limit loosened', what: `${keyword} is ${to}`, apply }];
  });
  const rules = ['pattern', 'uniqueItems', 'contentEncoding'].flatMap((keyword): Change[] => {
    const apply = (node: Record<string, unknown>): void => void delete node[keyword];
    return keyword in schema ? [{ kind: 'limit loosened', what: `${keyword} is gone`, apply }] : [];
  });
  return [...sizes, ...rules];
}

function removeScopes({ security }: Node): Change[] {
  const ways = (security ?? []) as readonly Readonly<Record<string, readonly string[]>>[];
  return ways.flatMap((way, index) =>
    Object.entries(way).flatMap(([scheme, scopes]) =>
      scopes.map((scope) => ({
        kind: 'scope removed',
        what: `${scheme} takes no ${scope}`,
        apply: (node): void => {
          const lesser = { ...way, [scheme]: scopes.filter((other) => other !== scope) };
          node['security'] = ways.with(index, lesser);
        },
      })),
    ),
  );
}

function removeEach(kind: string, node: Node): Change[] {
  return Object.keys(node).map((name) => ({
    kind,
    what: `${name} is gone`,
    apply: (changed) => void delete changed[name],
  }));
}

function changeMediaTypes(content: Node): Change[] {
  return Object.keys(content).map((type) => ({
    kind: 'media type changed',
    what: `${type} is ${otherType(type)}`,
    apply: (node) => {
      node[otherType(type)] = node[type];
      delete node[type];
    },
  }));
}

function otherType(type: string): string {
  return type.replace('/', '/x-');
}

/** What may be one or several, or none. */
function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : value === undefined || typeof value === 'boolean' ? [] : [value]) as string[];
}
