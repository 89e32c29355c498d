/** Which registry a command is about. */
import type { Command } from 'commander';
import { CommandError } from './command-error.ts';
import type { Connection, ConnectionOptions } from './connection.ts';

export interface RegistryOptions extends ConnectionOptions {
  readonly registry?: string;
}

/** A registry as the paths of the API name it. */
export interface RegistryRef {
  readonly organization: string;
  readonly registry: string;
}

export function withRegistry(command: Command): Command {
  return command.option('-r, --registry <slug>', 'the registry; may be left out while the organization has only one');
}

/** The registry that was named, or else the only one. Throws `CommandError` when there are several. */
export async function registryRefOf(connection: Connection, { registry }: RegistryOptions): Promise<RegistryRef> {
  const organization = await connection.organization();
  return { organization, registry: registry ?? (await onlyRegistry(connection, organization)) };
}

async function onlyRegistry({ client }: Connection, organization: string): Promise<string> {
  const { unwrap } = await import('../client/index.ts');
  const path = '/v2/packages/organizations/{organization}/registries';
  const answer = await client.GET(path, { params: { path: { organization } } });
  if (answer.status === 403) {
    throw new CommandError('usage', 'The token may not list registries.\nName the registry: --registry SLUG');
  }
  const slugs = unwrap(answer).map(({ slug }) => slug);
  const [only, ...others] = slugs;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) {
    throw new CommandError(
      'notFound',
      `${organization} has no registry yet.\nCreate one: larder registry create NAME --ecosystem ECOSYSTEM`,
    );
  }
  const shown = slugs.slice(0, 20).join(', ');
  throw new CommandError(
    'usage',
    `There are several registries: ${shown}.\nName the one that is meant: --registry SLUG`,
  );
}
