/** `larder registry keys`. */
import type { Command } from 'commander';
import { reply } from '../../reply.ts';
import { connect, withConnection, type ConnectionOptions } from '../../connection.ts';
import { examples } from '../../examples.ts';
import { signingKeysTable } from '../../signing-keys.ts';

export function addRegistryKeys(group: Command): void {
  const command = group
    .command('keys')
    .description('List the public keys that sign the index of a registry')
    .argument('<registry>', 'its slug');
  withConnection(command).action(keys);
  examples(command, ['larder registry keys my-registry']);
}

async function keys(registry: string, options: ConnectionOptions): Promise<void> {
  const { client, organization } = await connect(options);
  const found = await client.listSigningKeys({ organization: await organization(), registry });
  await reply(options, found, signingKeysTable);
}
