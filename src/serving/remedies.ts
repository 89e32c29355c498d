/** The remedies in a description for requests of clients that Larder does not serve (`x-remedies`). */
import type { OpenApiDocument } from '../contract/description.ts';
import type { FailureDetails } from '../contract/replies/problems.ts';
import type { RequestFacts } from '../contract/replies/service-replies.ts';

/** Returns the remedy for a request; undefined if there is none. */
export type FindRemedy = (
  request: Pick<RequestFacts, 'server' | 'method' | 'path' | 'operation'>,
  failure: Pick<FailureDetails, 'members'>,
) => string | undefined;

/** The function finds remedies for requests without an operation, and for those whose body lacks a member. */
export function remediesIn(...descriptions: readonly Pick<OpenApiDocument, 'x-remedies'>[]): FindRemedy {
  const remedies = descriptions
    .flatMap((description) => description['x-remedies'] ?? [])
    .map(({ path, ...remedy }) => ({ ...remedy, path: new RegExp(path) }));
  return ({ server, method, path, operation }, { members }) => {
    const found = remedies.find(
      ({ lacks, ...one }) =>
        (lacks === undefined ? operation === undefined : isMissing(members, lacks)) &&
        one.methods.includes(method) &&
        one.path.test(path),
    );
    const { registry = '' } = found?.path.exec(path)?.groups ?? {};
    return found?.remedy.replace('{registry}', () => server.replace(/^https?:/, '') + registry);
  };
}

/** `errors` are those of an invalid request. */
function isMissing({ errors = [] }: FailureDetails['members'], member: string): boolean {
  return Array.isArray(errors) && errors.some(({ path, message }) => path === member && message === 'is missing');
}
