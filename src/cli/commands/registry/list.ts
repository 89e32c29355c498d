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
  const { client, organization } = await connect(options);
  const found = await client.listRegistries({ organization: await organization() });
  await reply(options, found, (registries) =>
    table(
      ['SLUG', 'ECOSYSTEM', 'VISIBLE TO', 'DESCRIPTION'],
      registries.map((one) => [one.slug, one.ecosystem, visibilityOf(one), one.description ?? '']),
      'No registries. Create one: larder registry create NAME --ecosystem ECOSYSTEM',
    ),
  );
}
