/** Every response in any description, one case each, with its subject. */
import type { Ecosystem } from '../../src/client/index.ts';
import type { DescribedOperation, OpenApiDocument } from '../../src/contract/description.ts';
import { ecosystems, modules } from '../../src/server/ecosystems.ts';
import { failuresOf } from '../../src/contract/replies/problems.ts';
import type { ProblemCode } from '../../src/model/failure.ts';
import { shownReplies, type ShownReply } from '../../src/mock/described-examples.ts';
import { everyOperation } from '../contract/descriptions.ts';
import type { Draft } from './draft.ts';
import { hasExampleFiles } from './example-files.ts';

export interface ShownCase extends ShownReply {
  readonly id: string;
  readonly operation: DescribedOperation;
  readonly document: OpenApiDocument;
  /** The ecosystem of the registry in the case. */
  readonly ecosystem: Ecosystem;
  /** Undefined for successes. */
  readonly problem: ProblemCode | undefined;
}

/** Without descriptions of ecosystems whose packages no form can publish: their own tests cause all of their responses. */
export const shownOperations = everyOperation.filter(({ document }) => {
  const ecosystem = nativeEcosystem(document);
  return ecosystem === undefined || hasExampleFiles(ecosystem);
});

export const shownCases: readonly ShownCase[] = shownOperations.flatMap(({ id, operation, document }) =>
  shownReplies(document, operation).map((shown, _, all) => ({
    ...shown,
    id,
    operation,
    document,
    ecosystem: nativeEcosystem(document) ?? namedEcosystem(shown.example) ?? 'debian',
    problem: problemIn(shown.value) ?? problemOfPage(shown, all) ?? problemOfName(shown),
  })),
);

/** The request for a case. A failure is a page only for clients that prefer pages. */
export function accepting({ type, problem }: ShownCase, draft: Draft): Draft {
  if (problem === undefined) return draft;
  const accept = type === 'text/html' ? 'text/html,*/*;q=0.8' : '*/*';
  return { ...draft, headers: { ...draft.headers, Accept: accept } };
}

/** Returns the first successful response of a case's operation, for the same kind of registry. */
export function successOf({ id, ecosystem }: ShownCase): ShownCase {
  const successes = shownCases.filter((shown) => shown.id === id && shown.problem === undefined);
  const found = successes.find((shown) => shown.ecosystem === ecosystem) ?? successes[0];
  if (!found) throw new Error(`${id} describes no success.`);
  return found;
}

function nativeEcosystem(document: OpenApiDocument): Ecosystem | undefined {
  return modules.find(({ service }) => service.description === document)?.ecosystems[0]?.id;
}

/** Examples about one ecosystem are named as it is. */
function namedEcosystem(example: string | undefined): Ecosystem | undefined {
  return Object.values(ecosystems).find(({ id }) => id === example)?.id;
}

/** A page that shows a failure has an example of the same name as the problem. */
function problemOfPage({ status, example }: ShownReply, all: readonly ShownReply[]): ProblemCode | undefined {
  if (status < 400) return undefined;
  const twins = all.filter((one) => one.status === status && one.example === example);
  return twins.map(({ value }) => problemIn(value)).find((problem) => problem !== undefined);
}

/** A failure in the format of a service has an example with the name of the problem. */
function problemOfName({ status, example }: ShownReply): ProblemCode | undefined {
  // npm gets 409 for a failed precondition.
  return status < 400 ? undefined : [status, 412].flatMap(failuresOf).find(({ code }) => code === example)?.code;
}

function problemIn(value: unknown): ProblemCode | undefined {
  const { type } = Object(value) as { readonly type?: unknown };
  const [, code] = /^urn:larder:problem:(.*)$/.exec(String(type)) ?? [];
  // The linter has compared the examples with their schema, which lists the codes.
  return code as ProblemCode | undefined;
}
