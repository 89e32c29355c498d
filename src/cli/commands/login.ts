/** `larder login`: saves address and token if the server accepts them. */
import type { Command } from 'commander';
import type { AccessToken } from '../../client/index.ts';
import { CommandError } from '../command-error.ts';
import { isToken, namedUrl } from '../connection.ts';
import { examples } from '../examples.ts';
import { keepLogin, keptLoginFile } from '../kept-login.ts';
import { askSecret, readStandardInput } from '../prompts.ts';
import { isTerminal, tell } from '../terminal.ts';

interface Options {
  readonly organization?: string;
}

export function addLogin(program: Command): void {
  const command = program
    .command('login')
    .description(
      'Save the address and token for later commands; prompts for the token, or reads it from standard input',
    )
    .argument('[url]', "the server's address (default: LARDER_URL)")
    .option('--organization <slug>', "slug of the organization (default: LARDER_ORGANIZATION, then the token's)")
    .action(login);
  examples(command, ['larder login http://127.0.0.1:8080', 'larder login http://127.0.0.1:8080 < token.txt']);
}

async function login(address: string | undefined, options: Options): Promise<void> {
  const url = namedUrl(address);
  if (url === undefined) throw new CommandError('usage', 'No server specified.\nSpecify its address: larder login URL');
  const token = isTerminal('stdin') ? await askSecret(`Token for ${url}: `) : await readStandardInput();
  if (!isToken(token))
    throw new CommandError('usage', 'That is not a token.\nA token is a single word of ASCII characters.');
  const { createLarderClient } = await import('../../client/index.ts');
  const client = createLarderClient({ baseUrl: url, token });
  const known: Partial<AccessToken> = await client.getAccessToken();
  const organization = options.organization || process.env['LARDER_ORGANIZATION'] || known.organization?.slug;
  await keepLogin({ url, token, organization });
  tell(
    `Logged in to ${url}${organization === undefined ? '' : ` (${organization})`} with the token "${known.description}".`,
  );
  tell(`Saved in ${keptLoginFile()}. Remove it with: larder logout`);
  if (process.env['LARDER_TOKEN']) tell('LARDER_TOKEN is set and takes precedence over the saved token.');
}
