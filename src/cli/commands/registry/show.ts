/** `larder registry show`. */
import type { Command } from 'commander';
import { reply } from '../../reply.ts';
import { connect, withConnection, type ConnectionOptions } from '../../connection.ts';
import { examples } from '../../examples.ts';
import { registryDetails } from '../../registry-settings.ts';

export function addRegistryShow(group: Command): void {
  const command = group.command('show').description('Show a registry').argument('<registry>', 'its slug');
  withConnection(command).action(show);
  examples(command, ['larder registry show my-registry']);
}

async function show(registry: string, options: ConnectionOptions): Promise<void> {
  const { client, organization } = await connect(options);
  const found = await client.getRegistry({ organization: await organization(), registry });
  await reply(options, found, registryDetails);
}
