/** `larder delete`: deletes one package permanently. */
import type { Command } from 'commander';
import { reply, sentence } from '../reply.ts';
import { connect, withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { packageArgument, packageIdOf } from '../package-choice.ts';
import { confirmDeletion } from '../prompts.ts';
import { registryRefOf, withRegistry, type RegistryOptions } from '../registry-choice.ts';

interface Options extends RegistryOptions {
  readonly yes?: true;
}

export function addDelete(program: Command): void {
  const command = withRegistry(program.command('delete'))
    .description('Delete a package; copies in other registries are kept')
    .argument('<package>', packageArgument)
    .option('-y, --yes', 'do not prompt; required without a terminal');
  withConnection(command).action(remove);
  examples(command, ['larder delete banana@1.1-2 --registry my-registry --yes']);
}

async function remove(reference: string, options: Options): Promise<void> {
  const connection = await connect(options);
  const place = await registryRefOf(connection, options);
  const id = await packageIdOf(connection.client, place, reference);
  await confirmDeletion(`${reference} from ${place.registry}`, options);
  const deleted = await connection.client.deletePackage({ ...place, package: id });
  await reply(options, deleted, ({ message }) => sentence(message));
}
