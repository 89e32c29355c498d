/** `larder registry update`. */
import type { Command } from 'commander';
import { reply } from '../../reply.ts';
import { connect, withConnection } from '../../connection.ts';
import { examples } from '../../examples.ts';
import { registryDetails, settingsOf, withSettings, type RegistrySettings } from '../../registry-settings.ts';

interface Options extends RegistrySettings {
  readonly name?: string;
}

export function addRegistryUpdate(group: Command): void {
  const command = group
    .command('update')
    .description('Change a registry; settings that are not specified stay unchanged')
    .argument('<registry>', 'its slug')
    .option('--name <name>', 'a new name, which also changes the slug and the URLs');
  withConnection(withSettings(command)).action(update);
  examples(command, ['larder registry update my-registry --description "Packages for our servers" --public']);
}

async function update(registry: string, options: Options): Promise<void> {
  const { client, organization } = await connect(options);
  const changes = { name: options.name, ...(await settingsOf(options)) };
  const updated = await client.updateRegistry({ organization: await organization(), registry, ...changes });
  await reply(options, updated, registryDetails);
}
