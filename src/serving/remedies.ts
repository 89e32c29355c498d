/** The remedies in a description for requests of clients that no operation serves (`x-remedies`). */
import type { OpenApiDocument } from '../contract/description.ts';
import type { RequestFacts } from '../contract/replies/service-replies.ts';

/** Returns a function that returns the remedy for a request without an operation; undefined if there is none. */
export function remediesIn(
  ...descriptions: readonly Pick<OpenApiDocument, 'x-remedies'>[]
): (request: Pick<RequestFacts, 'server' | 'method' | 'path' | 'operation'>) => string | undefined {
  const remedies = descriptions
    .flatMap((description) => description['x-remedies'] ?? [])
    .map(({ path, ...remedy }) => ({ ...remedy, path: new RegExp(path) }));
  return ({ server, method, path, operation }) => {
    if (operation !== undefined) return undefined;
    const found = remedies.find((one) => one.methods.includes(method) && one.path.test(path));
    const { registry = '' } = found?.path.exec(path)?.groups ?? {};
    return found?.remedy.replace('{registry}', () => server.replace(/^https?:/, '') + registry);
  };
}
