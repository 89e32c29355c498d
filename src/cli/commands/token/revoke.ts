/** `larder token revoke`: deletes a token; it stops working immediately. */
import type { Command } from 'commander';
import { reply, sentence } from '../../reply.ts';
import { connect, withConnection } from '../../connection.ts';
import { examples } from '../../examples.ts';
import type { RegistryOptions } from '../../registry-choice.ts';

export function addTokenRevoke(group: Command): void {
  const command = group
    .command('revoke')
    .description('Revoke a token; it stops working immediately')
    .argument('<id>', 'its id (see `larder token list`)')
    .option('-r, --registry <slug>', 'the registry that the token can read');
  withConnection(command).action(revoke);
  examples(command, ['larder token revoke 0190e784-f31c-7c11-8a5e-0f6f6f4c8d21']);
}

async function revoke(id: string, options: RegistryOptions): Promise<void> {
  const { client, organization } = await connect(options);
  const { registry } = options;
  const deleted =
    registry === undefined
      ? await client.deleteAccessToken({ access_token: id })
      : await client.deleteRegistryToken({ organization: await organization(), registry, registry_token: id });
  await reply(options, deleted, ({ message }) => sentence(message));
}
