/** `larder token create`: creates a token and shows its secret once. */
import { Option, type Command } from 'commander';
import type { components, Scope } from '../../../client/index.ts';
import description from '../../../../generated/openapi.json' with { type: 'json' };
import { reply, details } from '../../reply.ts';
import { CommandError } from '../../command-error.ts';
import { connect, withConnection, type Connection } from '../../connection.ts';
import { examples } from '../../examples.ts';
import type { RegistryOptions } from '../../registry-choice.ts';
import { secretToFile } from '../../secret-file.ts';

interface Options extends RegistryOptions {
  readonly description: string;
  readonly scope?: readonly Scope[];
  readonly expires?: string;
  readonly output?: string;
}

type Made = components['schemas']['AccessTokenWithSecret'] | components['schemas']['RegistryTokenWithSecret'];

export function addTokenCreate(group: Command): void {
  const command = group
    .command('create')
    .description('Create a token; its secret is shown only once')
    .requiredOption('-d, --description <text>', 'purpose of the token')
    .addOption(
      new Option('-s, --scope <scope...>', 'what it allows (repeatable)').choices(
        description.components.schemas.Scope.enum,
      ),
    )
    .option('--expires <time>', 'when it expires, such as 2030-01-01T00:00:00Z (default: never)')
    .addOption(
      new Option('-r, --registry <slug>', 'create a token that can only read this registry').conflicts([
        'scope',
        'expires',
      ]),
    );
  command.option('-o, --output <file>', 'write the secret to a new file that only you can read, instead of showing it');
  withConnection(command).action(create);
  examples(command, [
    'larder token create --description builds --scope read_packages --scope write_packages',
    'larder token create --description "fruit servers" --registry my-registry --output servers.token',
  ]);
}

async function create(options: Options): Promise<void> {
  const { registry, scope, output } = options;
  if (registry === undefined && scope === undefined) {
    throw new CommandError(
      'usage',
      'No scope specified.\nSpecify what the token may do: --scope SCOPE, or --registry SLUG.',
    );
  }
  const connection = await connect(options);
  const make = (): Promise<Made> =>
    registry === undefined ? accessToken(connection, options) : registryToken(connection, registry, options);
  const made = await (output === undefined ? make() : secretToFile(output, make));
  const { token, ...others } = made;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [
      'token',
      output === undefined ? `${token}  (shown only once: save it now)` : `in ${output}, which only you can read`,
    ],
    ...('uuid' in made
      ? ([
          ['scopes', made.scopes.join(' ')],
          ['expires', made.expires_at ?? 'never'],
          ['id', made.uuid],
        ] as const)
      : ([
          ['registry', registry],
          ['id', made.id],
        ] as const)),
  ];
  await reply(options, output === undefined ? made : others, () => details(pairs));
}

async function accessToken({ client }: Connection, { description: text, scope, expires }: Options): Promise<Made> {
  return await client.createAccessToken({ description: text, scopes: scope ?? [], expires_at: expires });
}

async function registryToken(connection: Connection, registry: string, { description: text }: Options): Promise<Made> {
  const organization = await connection.organization();
  return await connection.client.createRegistryToken({ organization, registry, description: text });
}
