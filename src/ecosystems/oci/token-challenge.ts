/** The challenge of a 401: where tokens are issued, and the scope of the request (distribution, "Token Authentication"). */
import type { RequestFacts } from '../../contract/replies/service-replies.ts';
import { locations } from './urls.ts';

/** Basic for the URL that issues tokens. */
export function tokenChallenge({ server, operation, values }: RequestFacts): string {
  if (operation?.path === tokenPath) return 'Basic realm="Larder"';
  const scope = scopeOf(operation, values);
  return `Bearer realm="${server}${tokenPath}",service="larder"${scope === undefined ? '' : `,scope="${scope}"`}`;
}

const tokenPath = locations.of('getToken', {});

function scopeOf(operation: RequestFacts['operation'], values: RequestFacts['values']): string | undefined {
  if (operation === undefined) return undefined;
  const { organization, registry, name } = values;
  const scopes = operation.access.ways[0]?.scopes ?? [];
  if (name === undefined) return scopes.length > 0 ? 'registry:catalog:*' : undefined;
  const repository = `${organization}/${registry}/${name}`;
  // The values are not validated, and a quote would end the scope.
  if (!/^[!#-[\]-~]+$/.test(repository)) return undefined;
  return `repository:${repository}:${scopes.map((scope) => challengedActions[scope]).join(',')}`;
}

/** A client that pushes also checks what exists. */
const challengedActions: Readonly<Record<string, string | undefined>> = {
  read_packages: 'pull',
  write_packages: 'pull,push',
  delete_packages: 'delete',
};
