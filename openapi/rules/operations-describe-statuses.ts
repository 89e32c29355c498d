import type { Context, Operation, Parameter, PathItem, Rule, SecurityRequirement } from './rule.ts';

interface Facts {
  readonly writes: boolean;
  readonly path: string;
  readonly ways: readonly (readonly string[])[];
  readonly hasBody: boolean;
  readonly headers: readonly string[];
  readonly limited: boolean;
}

/** Credentials are looked up in the database, and so is everything that a path names. */
const readsRecords = ({ ways, path }: Facts): boolean => ways.length > 0 || path.includes('{');

/** The statuses that the server can give whatever the operation does, and where: see `src/contract/contract.ts`. */
const rules: readonly (readonly [status: number, why: string, (facts: Facts) => boolean])[] = [
  [206, 'it reads `Range`', ({ headers }) => headers.includes('range')],
  [304, 'it reads `If-None-Match`', ({ headers }) => headers.includes('if-none-match')],
  [400, 'a query that is not percent-encoded UTF-8 is rejected everywhere', () => true],
  [401, 'credentials can be wrong', ({ ways }) => ways.length > 0],
  [403, 'scopes can be missing', ({ ways }) => ways.some((scopes) => scopes.length > 0)],
  [404, 'what the path names can be missing', ({ path }) => path.includes('{')],
  [408, 'a body can stall', ({ hasBody }) => hasBody],
  [412, 'it reads `If-Match`', ({ headers }) => headers.includes('if-match')],
  [413, 'a body can be too large', ({ hasBody }) => hasBody],
  [415, 'a body can be of another media type', ({ hasBody }) => hasBody],
  [416, 'it reads `Range`', ({ headers }) => headers.includes('range')],
  [429, 'other operations here are limited', ({ limited, ...facts }) => limited && readsRecords({ limited, ...facts })],
  [500, 'anything can fail', () => true],
  [503, 'it reads records, and their storage can be away', readsRecords],
  [507, 'it writes, and there may be no room', ({ writes }) => writes],
];

/** Answered before an operation is known, so they stand in the prose of the description. */
const inProse: readonly string[] = ['405', '417', '431'];

/**
 * A status that can occur is described, where the description itself tells that it can. The first 429 in a description
 * tells that there are limits, and then asks for a 429 wherever records are read.
 */
export const operationsDescribeStatuses: Rule = () => {
  let shared: readonly SecurityRequirement[] = [];
  let path = '';
  let ofPath: readonly Parameter[] = [];
  const found: { readonly statuses: readonly string[]; readonly facts: Facts; readonly say: Say }[] = [];
  return {
    Root: {
      enter({ security = [] }: { readonly security?: readonly SecurityRequirement[] }) {
        shared = security;
      },
      leave() {
        const limited = found.some(({ statuses }) => statuses.includes('429'));
        for (const { statuses, facts, say } of found) {
          for (const [status, why, occurs] of rules)
            if (occurs({ ...facts, limited }) && !statuses.includes(String(status)))
              say(`Describe ${status}: ${why}.`, undefined);
          for (const status of inProse.filter((status) => statuses.includes(status)))
            say(`${status} is the same for all URLs: it stands in the description's prose.`, status);
        }
      },
    },
    PathItem({ parameters = [] }: PathItem, { key, resolve }: Context) {
      path = String(key);
      ofPath = parameters.map((parameter) => resolve(parameter).node);
    },
    Operation(operation: Operation, { key, location, report, resolve }: Context) {
      const { operationId = '', parameters = [], security = shared, responses = {} } = operation;
      const all = [...ofPath, ...parameters.map((parameter) => resolve(parameter).node)];
      const headers = all.filter(({ in: place }) => place === 'header').map(({ name = '' }) => name.toLowerCase());
      const ways = security.flatMap((requirement) => Object.values(requirement));
      const hasBody = operation.requestBody !== undefined;
      const at = location.child('responses');
      found.push({
        statuses: Object.keys(responses),
        facts: {
          writes: key !== 'get' && !operationId.startsWith('explain'),
          path,
          ways,
          hasBody,
          headers,
          limited: false,
        },
        say: (message, status) => report({ message, location: status === undefined ? at : at.child(status) }),
      });
    },
  };
};

type Say = (message: string, status: string | undefined) => void;
