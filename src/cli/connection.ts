/** Address, token and organization: from flags, else the environment, else the saved login. */
import type { Command } from 'commander';
import type { AccessToken, LarderClient } from '../client/index.ts';
import type { ReplyOptions } from './reply.ts';
import { CommandError } from './command-error.ts';
import { checkSettingNames } from './known-settings.ts';
import { readKeptLogin } from './kept-login.ts';

/** Values of the flags that all commands for a server have. */
export interface ConnectionOptions extends ReplyOptions {
  readonly url?: string;
  readonly token?: string;
  readonly organization?: string;
}

export interface Connection {
  /** The server's base URL, without a slash at its end. */
  readonly url: string;
  readonly token: string;
  readonly client: LarderClient;
  /** Returns the slug of the specified organization, or else of the token's. */
  organization(): Promise<string>;
}

/** Adds the flags that all commands for a server have. */
export function withConnection(command: Command): Command {
  return command
    .option('--url <url>', "the server's address (default: LARDER_URL, then the saved login)")
    .option('--token <token>', 'access token (visible in the process list; prefer LARDER_TOKEN or `larder login`)')
    .option('--organization <slug>', "slug of the organization (default: LARDER_ORGANIZATION, then the token's)")
    .option('--json', "print the API's response as JSON");
}

/** Throws `CommandError` if there is no address or no token. Sends no request. */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const { url, token, organization } = await identity(options);
  if (token === undefined) {
    throw new CommandError(
      'notAllowed',
      `No token for ${url}.\nLog in (larder login ${url}), or set LARDER_TOKEN to an access token.`,
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
 * Returns the address, token and organization without sending a request. Throws `CommandError` if there is no address,
 * if the token is invalid, and if the name of a setting is misspelt.
 */
export async function identity(options: ConnectionOptions): Promise<Identity> {
  await checkSettingNames();
  const named = namedUrl(options.url);
  const token = options.token || process.env['LARDER_TOKEN'] || undefined;
  if (token !== undefined && !isToken(token)) {
    const place = options.token ? '--token' : 'LARDER_TOKEN';
    throw new CommandError(
      'usage',
      `${place} is not a token.\nA token consists of visible ASCII characters, without spaces and line breaks.`,
    );
  }
  const kept = await readKeptLogin();
  const url = named ?? kept?.url;
  if (url === undefined) {
    throw new CommandError(
      'usage',
      'No server specified.\nLog in (larder login URL), set LARDER_URL, or pass --url URL.',
    );
  }
  // A saved token is sent only to the server it was saved for, and an organization belongs to its token.
  const own = kept?.url === url && (token === undefined || token === kept.token) ? kept : undefined;
  const organization = options.organization || process.env['LARDER_ORGANIZATION'] || own?.organization;
  return { url, token: token ?? own?.token, organization };
}

/** Returns whether a header can carry the text as a token (RFC 6750, section 2.1). */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/**
 * Returns the address from the flag or the environment; undefined if neither is set. Throws `CommandError` if it is
 * invalid.
 */
export function namedUrl(flag: string | undefined): string | undefined {
  const url = flag || process.env['LARDER_URL'];
  if (!url) return undefined;
  const { protocol, href } = URL.parse(url) ?? {};
  if (href === undefined || (protocol !== 'http:' && protocol !== 'https:')) {
    throw new CommandError(
      'usage',
      `${JSON.stringify(url)} is not an address.\nSpecify a URL such as http://127.0.0.1:8080`,
    );
  }
  return href.replace(/(?<!\/)\/+$/, '');
}

/** Returns the slug of the organization of the client's token. */
export async function organizationOf(client: LarderClient): Promise<string> {
  // Servers up to 0.2.0 do not return the organization.
  const { organization }: Partial<AccessToken> = await client.getAccessToken();
  if (organization !== undefined) return organization.slug;
  throw new CommandError(
    'usage',
    'This server does not return the organization of a token.\nSpecify it with --organization or LARDER_ORGANIZATION.',
  );
}
