/** `larder registry list`: lists all registries of the organization. */
import type { Command } from 'commander';
import { reply, table } from '../../reply.ts';
import { connect, withConnection, type ConnectionOptions } from '../../connection.ts';
import { examples } from '../../examples.ts';
import { visibilityOf } from '../../registry-settings.ts';

export function addRegistryList(group: Command): void {
  const command = group.command('list').description('List all registries of the organization');
  withConnection(command).action(list);
  examples(command, ['larder registry list', 'larder registry list --json']);
}

async function list(options: ConnectionOptions): Promise<void> {
  const { unwrap } = await import('../../../client/index.ts');
  const { client, organization } = await connect(options);
  const path = { organization: await organization() };
  const found = await client.GET('/v2/packages/organizations/{organization}/registries', { params: { path } });
  await reply(options, unwrap(found), (registries) =>
    table(
      ['SLUG', 'ECOSYSTEM', 'VISIBLE TO', 'DESCRIPTION'],
      registries.map((one) => [one.slug, one.ecosystem, visibilityOf(one), one.description ?? '']),
      'No registries. Create one: larder registry create NAME --ecosystem ECOSYSTEM',
    ),
  );
}
