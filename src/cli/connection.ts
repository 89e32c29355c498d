/** To which server, as whom: from flags, else the environment, else what `larder login` kept. */
import type { Command } from 'commander';
import type { AccessToken, LarderClient } from '../client/index.ts';
import type { AnswerOptions } from './answer.ts';
import { CommandError } from './command-error.ts';
import { checkSettingNames } from './known-settings.ts';
import { readKeptLogin } from './kept-login.ts';

/** Values of the flags that all commands about a server have. */
export interface ConnectionOptions extends AnswerOptions {
  readonly url?: string;
  readonly token?: string;
  readonly organization?: string;
}

export interface Connection {
  /** The server's base URL, without a slash at its end. */
  readonly url: string;
  readonly token: string;
  readonly client: LarderClient;
  /** The slug of the organization that was named, or else of that of the token. */
  organization(): Promise<string>;
}

/** Adds the flags that all commands about a server have. */
export function withConnection(command: Command): Command {
  return command
    .option('--url <url>', "the server's address; else LARDER_URL, else that of `larder login`")
    .option('--token <token>', 'an access token; other users see it here, so set LARDER_TOKEN or use `larder login`')
    .option('--organization <slug>', 'else LARDER_ORGANIZATION, else that of the token')
    .option('--json', 'print what the API answers, as JSON');
}

/** Throws `CommandError` when it is not said where, or as whom. Asks the server nothing yet. */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const { url, token, organization } = await identity(options);
  if (token === undefined) {
    throw new CommandError(
      'notAllowed',
      `There is no token for ${url}.\nLog in (larder login ${url}), or set LARDER_TOKEN to an access token.`,
    );
  }
  const { createLarderClient } = await import('../client/index.ts');
  const client = createLarderClient({ baseUrl: url, token });
  return { url, token, client, organization: async () => organization ?? (await organizationOf(client)) };
}

export interface Identity {
  readonly url: string;
  readonly token: string | undefined;
  readonly organization: string | undefined;
}

/**
 * What is known before any server is asked. Throws `CommandError` without an address, for an
 * invalid token, and for a misspelt setting.
 */
export async function identity(options: ConnectionOptions): Promise<Identity> {
  await checkSettingNames();
  const named = namedUrl(options.url);
  const token = options.token || process.env['LARDER_TOKEN'] || undefined;
  if (token !== undefined && !isToken(token)) {
    const place = options.token ? '--token' : 'LARDER_TOKEN';
    throw new CommandError(
      'usage',
      `${place} is not a token.\nIt must be visible ASCII characters without spaces and line ends.`,
    );
  }
  const kept = await readKeptLogin();
  const url = named ?? kept?.url;
  if (url === undefined) {
    throw new CommandError(
      'usage',
      'No server is named.\nLog in (larder login URL), set LARDER_URL, or say --url URL.',
    );
  }
  // A token goes to no other server than the one it was kept for, and an organization belongs to its token.
  const own = kept?.url === url && (token === undefined || token === kept.token) ? kept : undefined;
  const organization = options.organization || process.env['LARDER_ORGANIZATION'] || own?.organization;
  return { url, token: token ?? own?.token, organization };
}

/** Whether a header can carry it (RFC 6750, section 2.1). */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** The address from the flag or the environment. Throws `CommandError` when it is not one. */
export function namedUrl(flag: string | undefined): string | undefined {
  const url = flag || process.env['LARDER_URL'];
  if (!url) return undefined;
  const { protocol, href } = URL.parse(url) ?? {};
  if (href === undefined || (protocol !== 'http:' && protocol !== 'https:')) {
    throw new CommandError('usage', `${JSON.stringify(url)} is not an address.\nIt looks like http://127.0.0.1:8080`);
  }
  return href.replace(/(?<!\/)\/+$/, '');
}

/** Returns the slug of the organization of the client's token. */
export async function organizationOf(client: LarderClient): Promise<string> {
  const { unwrap } = await import('../client/index.ts');
  // Servers up to 0.2.0 do not return it.
  const { organization }: Partial<AccessToken> = unwrap(await client.GET('/v2/access-token'));
  if (organization !== undefined) return organization.slug;
  throw new CommandError(
    'usage',
    'This server does not name the organization of a token.\nSpecify it: --organization SLUG, or LARDER_ORGANIZATION.',
  );
}
