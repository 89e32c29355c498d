/** `larder copy`: copies a package to another registry. */
import type { Command } from 'commander';
import { reply } from '../reply.ts';
import { connect, withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { packageArgument, packageIdOf } from '../package-choice.ts';
import { packageDetails } from '../package-details.ts';
import { registryRefOf, withRegistry, type RegistryOptions } from '../registry-choice.ts';

interface Options extends RegistryOptions {
  readonly to: string;
}

export function addCopy(program: Command): void {
  const command = withRegistry(program.command('copy'))
    .description('Copy a package to another registry of the same ecosystem')
    .argument('<package>', packageArgument)
    .requiredOption('-t, --to <slug>', 'the registry to copy to');
  withConnection(command).action(copy);
  examples(command, ['larder copy banana@1.1-2 --registry testing --to stable']);
}

async function copy(reference: string, options: Options): Promise<void> {
  const connection = await connect(options);
  const place = await registryRefOf(connection, options);
  const id = await packageIdOf(connection.client, place, reference);
  const copied = await connection.client.copyPackage({ ...place, package: id, to: options.to });
  await reply(options, copied, packageDetails);
}
