/** Finds the registry of a command. */
import type { Command } from 'commander';
import { CommandError } from './command-error.ts';
import type { Connection, ConnectionOptions } from './connection.ts';

export interface RegistryOptions extends ConnectionOptions {
  readonly registry?: string;
}

/** The path parameters of a registry in the API. */
export interface RegistryRef {
  readonly organization: string;
  readonly registry: string;
}

export function withRegistry(command: Command): Command {
  return command.option('-r, --registry <slug>', 'the registry; optional if the organization has only one');
}

/** Returns the specified registry, or the only one. Throws `CommandError` if there are several or none. */
export async function registryRefOf(connection: Connection, { registry }: RegistryOptions): Promise<RegistryRef> {
  const organization = await connection.organization();
  return { organization, registry: registry ?? (await onlyRegistry(connection, organization)) };
}

async function onlyRegistry({ client }: Connection, organization: string): Promise<string> {
  const { unwrap } = await import('../client/index.ts');
  const path = '/v2/packages/organizations/{organization}/registries';
  const reply = await client.GET(path, { params: { path: { organization } } });
  if (reply.status === 403) {
    throw new CommandError(
      'usage',
      'The token is not allowed to list registries.\nSpecify the registry: --registry SLUG',
    );
  }
  const slugs = unwrap(reply).map(({ slug }) => slug);
  const [only, ...others] = slugs;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) {
    throw new CommandError(
      'notFound',
      `${organization} has no registry yet.\nCreate one: larder registry create NAME --ecosystem ECOSYSTEM`,
    );
  }
  const shown = slugs.slice(0, 20).join(', ');
  throw new CommandError('usage', `There are several registries: ${shown}.\nSpecify one: --registry SLUG`);
}
