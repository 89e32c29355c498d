/** `larder registry create`. */
import { Option, type Command } from 'commander';
import type { Ecosystem } from '../../../client/index.ts';
import description from '../../../../generated/openapi.json' with { type: 'json' };
import { reply } from '../../reply.ts';
import { connect, withConnection } from '../../connection.ts';
import { examples } from '../../examples.ts';
import { registryDetails, settingsOf, withSettings, type RegistrySettings } from '../../registry-settings.ts';

interface Options extends RegistrySettings {
  readonly ecosystem: Ecosystem;
}

export function addRegistryCreate(group: Command): void {
  const command = group
    .command('create')
    .description('Create a registry; its slug is derived from its name')
    .argument('<name>', 'such as "my registry"')
    .addOption(
      new Option('-e, --ecosystem <ecosystem>', 'type of its packages (cannot be changed later)')
        .choices(description.components.schemas.Ecosystem.enum)
        .makeOptionMandatory(),
    );
  withConnection(withSettings(command)).action(create);
  examples(command, ['larder registry create "my registry" --ecosystem debian']);
}

async function create(name: string, options: Options): Promise<void> {
  const { client, organization } = await connect(options);
  const settings = { name, ecosystem: options.ecosystem, ...(await settingsOf(options)) };
  const created = await client.createRegistry({ organization: await organization(), ...settings });
  await reply(options, created, registryDetails);
}
