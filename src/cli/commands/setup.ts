/** `larder setup`: prints the commands that configure a client for a registry. */
import type { Command } from 'commander';
import type { RegistryClient } from '../../client/index.ts';
import { CommandError } from '../command-error.ts';
import { connect, withConnection } from '../connection.ts';
import { examples } from '../examples.ts';
import { registryRefOf, withRegistry, type RegistryOptions } from '../registry-choice.ts';
import { reply, table } from '../reply.ts';
import { printable, tell } from '../terminal.ts';

interface Options extends RegistryOptions {
  readonly publish?: true;
}

export function addSetup(program: Command): void {
  const command = program
    .command('setup')
    .description("Print a client's commands for a registry, for a shell; without a client, list the clients")
    .argument('[client]', 'such as apt or pip');
  withRegistry(command).option('--publish', 'print the commands that publish');
  withConnection(command).action(setup);
  examples(command, [
    'larder setup -r my-registry',
    'larder setup apt -r my-registry',
    'larder setup npm -r js --publish',
  ]);
}

async function setup(name: string | undefined, options: Options): Promise<void> {
  const connection = await connect(options);
  const place = await registryRefOf(connection, options);
  const clients = await connection.client.listClients(place);
  if (name === undefined) return await reply(options, clients, tableOf);
  const found = clients.find(({ client }) => client === name);
  if (found === undefined) throw unknown(name, clients, place.registry);
  const lines = options.publish ? found.publish : found.set_up;
  await reply(options, found, () => lines.map((line) => `${printable(line)}\n`).join(''));
  if (!options.json) explain(found, lines, options, place.registry);
}

function tableOf(clients: readonly RegistryClient[]): string {
  const mark = ({ length }: readonly string[]): string => (length > 0 ? 'yes' : '');
  const rows = clients.map(({ client, set_up, publish }) => [client, mark(set_up), mark(publish)]);
  return table(['CLIENT', 'SET-UP', 'PUBLISHES'], rows, 'No client is known for this registry.');
}

function unknown(name: string, clients: readonly RegistryClient[], registry: string): CommandError {
  const names = clients.map(({ client }) => client).join(', ');
  return new CommandError(
    'notFound',
    `${JSON.stringify(name)} is not a client of ${registry}.\nSpecify one of: ${names}`,
  );
}

/** On standard error, so that the output can be piped to a shell. */
function explain(
  { client, token_advice: advice }: RegistryClient,
  lines: readonly string[],
  { publish }: Options,
  registry: string,
): void {
  if (lines.length === 0) tell(publish ? `${client} publishes nothing.` : `${client} needs no configuration.`);
  if (!lines.some((line) => /\$(?:TOKEN\b|\{TOKEN\})/.test(line))) return;
  const create = publish
    ? 'larder token create --scope read_packages write_packages --description NAME'
    : `larder token create --registry ${registry} --description NAME`;
  tell(
    `Set the variable TOKEN to a token that can ${publish ? 'write packages' : 'only read this registry'}: ${create}`,
  );
  if (advice !== null) tell(advice);
}
