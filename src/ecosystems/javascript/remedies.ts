/** The remedies for commands of npm that a registry without accounts, owners and teams does not serve. */
import description from '../../../generated/native/javascript.json' with { type: 'json' };
import type { RequestFacts } from '../../contract/replies/service-replies.ts';

const remedies = description['x-remedies'].map(({ path, ...remedy }) => ({ ...remedy, path: new RegExp(path) }));

/** Returns the remedy in the description for a request without an operation; undefined if it has none. */
export function remedyFor({ server, method, path, operation }: RequestFacts): string | undefined {
  if (operation !== undefined) return undefined;
  const found = remedies.find((one) => one.methods.includes(method) && one.path.test(path));
  const { registry = '' } = found?.path.exec(path)?.groups ?? {};
  return found?.remedy.replace('{registry}', () => server.replace(/^https?:/, '') + registry);
}
