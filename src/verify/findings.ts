/** Collects the results of checks: one result for each name, with the requests that failed it. */

/** The part of a response that a check is about. */
export type Aspect = keyof typeof aspects;

/** In the order of a report. */
export const aspects = {
  status: 'the status is the described one',
  'media type': 'the media type is described',
  headers: 'required headers are present, and values match their schemas',
  body: 'the body matches its schema, without undescribed properties',
  'request id': 'each response has an id of its own, and a problem repeats it',
  HEAD: 'HEAD has the headers of GET and no body',
  OPTIONS: 'Allow lists the described methods',
  method: 'other methods get 405 with Allow',
  unauthenticated: 'a request without a valid token gets 401 with a challenge',
  scope: 'a token without the scope gets 403',
  'not found': 'a missing resource gets 404',
  'invalid request': 'an invalid parameter gets 400 with its place',
  pages: 'pages lead to each other and have each item once',
  order: 'items are in the described order',
  links: 'links lead to the item',
  digest: 'a file has the listed size and digests',
  conditional: 'a client that has the file gets 304, and one that expects another gets 412',
  range: 'a part of a file is that part, and 416 has its size',
  state: 'a change is visible afterwards',
} as const;

export interface CheckResult {
  /** Such as `listPackages 200: body`. */
  readonly name: string;
  readonly operation: string;
  readonly aspect: Aspect;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The number of requests. */
  readonly requests: number;
  /** At most ten. */
  readonly failures: readonly CheckFailure[];
  /** Why it was skipped. */
  readonly reason?: string;
}

export interface CheckFailure {
  /** Such as `GET /healthz`. */
  readonly request: string;
  readonly message: string;
}

export interface Subject {
  readonly operation: string;
  /** Undefined if the check is about several. */
  readonly status?: number;
  readonly aspect: Aspect;
}

export interface Findings {
  /** Adds one request with its violations, none if it passed. */
  add(subject: Subject, request: string, violations: readonly string[]): void;
  skip(subject: Subject, reason: string): void;
  results(): readonly CheckResult[];
}

const mostFailures = 10;

/** `heard` is called with the number of requests so far. */
export function createFindings(heard: (requests: number) => void): Findings {
  const all = new Map<string, CheckResult>();
  let total = 0;
  const update = ({ operation, status, aspect }: Subject, change: (known: CheckResult) => CheckResult): void => {
    const name = `${operation}${status === undefined ? '' : ` ${status}`}: ${aspect}`;
    const known = all.get(name) ?? { name, operation, aspect, outcome: 'passed', requests: 0, failures: [] };
    all.set(name, change(known));
  };
  return {
    add: (subject, request, violations) => {
      heard((total += 1));
      update(subject, ({ reason: _reason, ...known }) => ({
        ...known,
        requests: known.requests + 1,
        outcome: violations.length > 0 || known.outcome === 'failed' ? 'failed' : 'passed',
        failures: [...known.failures, ...violations.map((message) => ({ request, message }))].slice(0, mostFailures),
      }));
    },
    skip: (subject, reason) =>
      update(subject, (known) => (known.requests > 0 ? known : { ...known, outcome: 'skipped', reason })),
    results: () => {
      const order = Object.keys(aspects);
      const rank = ({ aspect }: CheckResult): number => order.indexOf(aspect);
      return [...all.values()].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
    },
  };
}
