/** `larder registry delete`: deletes a registry with all its packages permanently. */
import type { Command } from 'commander';
import { reply, sentence } from '../../reply.ts';
import { connect, withConnection, type ConnectionOptions } from '../../connection.ts';
import { examples } from '../../examples.ts';
import { confirmDeletion } from '../../prompts.ts';

interface Options extends ConnectionOptions {
  readonly yes?: true;
}

export function addRegistryDelete(group: Command): void {
  const command = group
    .command('delete')
    .description('Delete a registry and all its packages')
    .argument('<registry>', 'its slug')
    .option('-y, --yes', 'do not prompt; required without a terminal');
  withConnection(command).action(remove);
  examples(command, ['larder registry delete my-registry --yes']);
}

async function remove(registry: string, options: Options): Promise<void> {
  const { client, organization } = await connect(options);
  const at = { organization: await organization(), registry };
  await confirmDeletion(`the registry ${registry} and all its packages`, options);
  const deleted = await client.deleteRegistry(at);
  await reply(options, deleted, ({ message }) => sentence(message));
}
