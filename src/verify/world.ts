/** What all checks share: the description, the server, and the resources that were found there. */
import type { DescribedOperation, OpenApiDocument } from '../contract/description.ts';
import type { Send, Values } from './exchange.ts';
import type { Findings } from './findings.ts';
import type { Judge } from './judge-reply.ts';

export interface World {
  readonly document: OpenApiDocument;
  readonly operations: readonly DescribedOperation[];
  /** The base URL, without a slash at its end. */
  readonly url: string;
  readonly send: Send;
  readonly judge: Judge;
  readonly findings: Findings;
  /** The values of path parameters, one set for each place where operations are checked. */
  readonly places: readonly Values[];
}

/** The operations that only read. */
export function readsOf({ operations }: Pick<World, 'operations'>): readonly DescribedOperation[] {
  return operations.filter(({ method }) => method === 'GET');
}

/** Throws if the description has no such operation. */
export function operationOf({ operations }: Pick<World, 'operations'>, id: string): DescribedOperation {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`The description has no operation ${id}.`);
  return found;
}

/** Returns the lowest described status of success. */
export function successOf({ replies }: DescribedOperation): number {
  return Math.min(...[...replies.keys()].filter((status) => status >= 200 && status < 300));
}

/** Returns the items of a list: the body itself, or its `items`. */
export function itemsIn(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { items = body } = Object(body) as { readonly items?: unknown };
  return Array.isArray(items) ? items.map((item) => Object(item) as Readonly<Record<string, unknown>>) : [];
}
