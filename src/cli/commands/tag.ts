/** `larder tag`: points a tag to a package, or deletes it. */
import type { Command } from 'commander';
import { reply } from '../reply.ts';
import { connect, withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { packageArgument, packageIdOf } from '../package-choice.ts';
import { packageDetails } from '../package-details.ts';
import { registryRefOf, withRegistry, type RegistryOptions } from '../registry-choice.ts';

interface Options extends RegistryOptions {
  readonly delete?: true;
}

export function addTag(program: Command): void {
  const command = withRegistry(program.command('tag'))
    .description('Point a tag to a package; a tag points to one package of a name')
    .argument('<package>', packageArgument)
    .argument('<tag>', 'letters, digits, ".", "_" and "-", or as the ecosystem allows it')
    .option('--delete', 'delete the tag, if it points to the package');
  withConnection(command).action(tag);
  examples(command, ['larder tag banana@1.1-2 stable', 'larder tag banana@1.1-2 stable --delete']);
}

async function tag(reference: string, name: string, options: Options): Promise<void> {
  const connection = await connect(options);
  const place = await registryRefOf(connection, options);
  const { client } = connection;
  const at = { ...place, package: await packageIdOf(client, place, reference), tag: name };
  const changed = options.delete ? await client.deletePackageTag(at) : await client.setPackageTag(at);
  await reply(options, changed, packageDetails);
}
