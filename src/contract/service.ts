/** A description and its implementation, prepared once for all requests. */
import { createQuickChecks, type QuickCheck } from './validation/quick-check.ts';
import { createReplyCheck, type CheckReply } from './validation/reply-check.ts';
import type { DescribedOperation, Description } from './description.ts';
import { createQueryFilter } from './validation/known-query.ts';
import { memoizeBy } from './memoize-by.ts';
import type { AnyFormCheck, AnyHeadCheck, AnyOperation, Env } from './operation.ts';
import { createFullCheck, type FullCheck } from './validation/full-check.ts';
import { parameterNames } from './path-template.ts';
import type { Routed } from './route-tree.ts';
import { checkFailures } from './check-failures.ts';
import { usualReplies, type ServiceReplies, type WriteFailure } from './replies/service-replies.ts';
import type { RequestTarget } from './target.ts';

export interface Service<S extends Env> {
  readonly description: Description;
  readonly operations: Readonly<Record<string, AnyOperation>>;
  /** By operationId, for operations with a check. */
  readonly headChecks?: Readonly<Record<string, AnyHeadCheck>> | undefined;
  readonly formChecks?: Readonly<Record<string, AnyFormCheck>>;
  readonly resolvers: Resolvers<S>;
  /** Writes the failures of the service and of unknown URLs below its URLs. By default, failures are problems. */
  readonly failure?: WriteFailure;
  /** Headers of every response of the service, such as the version of its protocol. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Resolves a path parameter, or a query parameter with `x-resolves`, to a resource. Throws the failure for the caller
 * if the resource does not exist or the caller has no access to it. Path parameters are resolved in order; `found` has
 * the previous ones.
 */
export type Resolvers<S extends Env> = {
  readonly [Name in keyof S['found']]: (
    value: string,
    found: Partial<S['found']>,
    caller: () => S['caller'],
  ) => Promise<S['found'][Name]>;
};

export interface Route<S extends Env> extends Routed {
  readonly perform: AnyOperation;
  readonly checkHead: AnyHeadCheck | undefined;
  readonly checkForm: AnyFormCheck | undefined;
  readonly quickCheck: QuickCheck;
  readonly fullCheck: FullCheck;
  /** Removes unknown parameters from the query if the description ignores them. */
  readonly filterQuery: (target: RequestTarget) => RequestTarget;
  readonly checkReply: CheckReply;
  readonly replies: ServiceReplies;
  readonly resolvers: Resolvers<S>;
  /** The names of the path parameters, in order. */
  readonly pathNames: readonly string[];
  /** The names of path parameters that are UUIDs. */
  readonly uuidNames: ReadonlySet<string>;
  /** The query parameters with `x-resolves`, each with the path parameter whose resolver is used. */
  readonly resolved: readonly { readonly name: string; readonly as: string }[];
}

/** Throws if an operation has no implementation, or if the failures of the service differ from its description. */
export function routesOf<S extends Env>(service: Service<S>, objects: 'open' | 'closed'): Route<S>[] {
  const { description, operations, headChecks, formChecks, resolvers } = service;
  const checkReply = replyCheckOf[objects](description);
  const title = String(description.document.info['title']);
  const replies = {
    failure: service.failure ?? usualReplies.failure,
    headers: service.headers ?? usualReplies.headers,
  };
  checkFailures(title, description.operations, replies);
  return partsOf(description).map((parts) => {
    const { id } = parts.operation;
    const perform = operations[id];
    if (!perform) throw new Error(`operation ${id} is described, but not implemented`);
    const checks = { checkHead: headChecks?.[id], checkForm: formChecks?.[id] };
    return { ...parts, service: title, perform, ...checks, checkReply, replies, resolvers };
  });
}

/** The compiled parts of operations that depend only on the description, which all servers of a process share. */
const partsOf = memoizeBy(({ document, operations }: Description) => {
  const quickCheckOf = createQuickChecks(document);
  return operations.map((operation) => ({
    operation,
    quickCheck: quickCheckOf(operation),
    fullCheck: createFullCheck(document, operation),
    filterQuery: createQueryFilter(operation),
    pathNames: parameterNames(operation.path),
    uuidNames: uuidsIn(operation),
    resolved: operation.parameters.flatMap(({ name, resolves }) =>
      resolves === undefined ? [] : [{ name, as: resolves }],
    ),
  }));
});

const replyCheckOf = {
  open: memoizeBy(({ document }: Description) => createReplyCheck(document, 'open')),
  closed: memoizeBy(({ document }: Description) => createReplyCheck(document, 'closed')),
};

function uuidsIn({ parameters }: DescribedOperation): ReadonlySet<string> {
  const uuids = parameters.filter(({ in: place, schema }) => place === 'path' && schema['format'] === 'uuid');
  return new Set(uuids.map(({ name }) => name));
}
