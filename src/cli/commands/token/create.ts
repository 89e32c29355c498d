/** `larder token create`: a new token, whose secret is shown this once. */
import { Option, type Command } from 'commander';
import type { Scope } from '../../../client/index.ts';
import description from '../../../../generated/openapi.json' with { type: 'json' };
import { answer, details } from '../../answer.ts';
import { CommandError } from '../../command-error.ts';
import { connect, withConnection } from '../../connection.ts';
import { examples } from '../../examples.ts';
import type { RegistryOptions } from '../../registry-choice.ts';

interface Options extends RegistryOptions {
  readonly description: string;
  readonly scope?: readonly Scope[];
  readonly expires?: string;
}

export function addTokenCreate(group: Command): void {
  const command = group
    .command('create')
    .description('Create a token; its secret is shown this once')
    .requiredOption('-d, --description <text>', 'what it is for')
    .addOption(
      new Option('-s, --scope <scope...>', 'what it allows; may be said several times').choices(
        description.components.schemas.Scope.enum,
      ),
    )
    .option('--expires <time>', 'when it stops working, such as 2030-01-01T00:00:00Z; else never')
    .addOption(
      new Option('-r, --registry <slug>', 'a token that reads this registry, and nothing else').conflicts([
        'scope',
        'expires',
      ]),
    );
  withConnection(command).action(create);
  examples(command, [
    'larder token create --description builds --scope read_packages --scope write_packages',
    'larder token create --description "fruit servers" --registry my-registry',
  ]);
}

async function create(options: Options): Promise<void> {
  const { unwrap } = await import('../../../client/index.ts');
  const { registry, scope, expires } = options;
  if (registry === undefined && scope === undefined) {
    throw new CommandError('usage', 'It is not said what the token allows.\nSay --scope SCOPE, or --registry SLUG.');
  }
  const { client, organization } = await connect(options);
  if (registry === undefined) {
    const body = {
      description: options.description,
      scopes: scope ?? [],
      ...(expires === undefined ? {} : { expires_at: expires }),
    };
    await answer(options, unwrap(await client.POST('/v2/access-tokens', { body })), (made) =>
      details([
        ['token', shownOnce(made.token)],
        ['scopes', made.scopes.join(' ')],
        ['expires', made.expires_at ?? 'never'],
        ['id', made.uuid],
      ]),
    );
    return;
  }
  const path = { organization: await organization(), registry };
  const made = await client.POST('/v2/packages/organizations/{organization}/registries/{registry}/tokens', {
    params: { path },
    body: { description: options.description },
  });
  await answer(options, unwrap(made), ({ token, id }) =>
    details([
      ['token', shownOnce(token)],
      ['registry', registry],
      ['id', id],
    ]),
  );
}

function shownOnce(secret: string): string {
  return `${secret}  (shown only now: keep it)`;
}
