/** `larder token list`: lists tokens, without their secrets. */
import type { Command } from 'commander';
import { reply, table } from '../../reply.ts';
import { connect, withConnection } from '../../connection.ts';
import { examples } from '../../examples.ts';
import type { RegistryOptions } from '../../registry-choice.ts';

export function addTokenList(group: Command): void {
  const command = group
    .command('list')
    .description('List access tokens, or the tokens of a registry')
    .option('-r, --registry <slug>', 'list the tokens that can read this registry');
  withConnection(command).action(list);
  examples(command, ['larder token list', 'larder token list --registry my-registry']);
}

async function list(options: RegistryOptions): Promise<void> {
  const { client, organization } = await connect(options);
  const { registry } = options;
  if (registry === undefined) {
    await reply(options, await client.listAccessTokens(), (tokens) =>
      table(
        ['ID', 'DESCRIPTION', 'LAST USED', 'EXPIRES', 'SCOPES'],
        tokens.map((one) => [
          one.uuid,
          one.description,
          one.last_used_at ?? 'never',
          one.expires_at ?? 'never',
          one.scopes.join(' '),
        ]),
        'No access tokens.',
      ),
    );
    return;
  }
  const found = await client.listRegistryTokens({ organization: await organization(), registry });
  await reply(options, found, (tokens) =>
    table(
      ['ID', 'DESCRIPTION', 'CREATED', 'BY'],
      tokens.map((one) => [one.id, one.description, one.created_at, one.created_by.name]),
      `No tokens. Create one: larder token create --registry ${registry} --description TEXT`,
    ),
  );
}
