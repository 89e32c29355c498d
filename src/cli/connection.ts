/** To which server, as whom: from flags, else the environment, else what `larder login` kept. */
import type { Command } from 'commander';
import type { LarderClient } from '../client/index.ts';
import type { AnswerOptions } from './answer.ts';
import { CommandError } from './command-error.ts';
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
  /** The slug of the organization that was named, or else of the only one that the token sees. */
  organization(): Promise<string>;
}

/** Adds the flags that all commands about a server have. */
export function withConnection(command: Command): Command {
  return command
    .option('--url <url>', "the server's address; else LARDER_URL, else that of `larder login`")
    .option('--token <token>', 'an access token; other users see it here, so set LARDER_TOKEN or use `larder login`')
    .option('--organization <slug>', 'else LARDER_ORGANIZATION, else the only one that the token sees')
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
  return { url, token, client, organization: async () => organization ?? (await onlyOrganization(client)) };
}

export interface Identity {
  readonly url: string;
  readonly token: string | undefined;
  readonly organization: string | undefined;
}

/** What is known before any server is asked. Throws `CommandError` without an address, and for what is not a token. */
export async function identity(options: ConnectionOptions): Promise<Identity> {
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

/** Throws `CommandError` when the token sees none or several, or may not ask. */
export async function onlyOrganization(client: LarderClient): Promise<string> {
  const { unwrap } = await import('../client/index.ts');
  const advice = 'Name it: --organization SLUG, or LARDER_ORGANIZATION.';
  const answer = await client.GET('/v2/organizations');
  if (answer.status === 403) {
    throw new CommandError('notAllowed', `The token may not look up its organization.\n${advice}`);
  }
  const [only, ...others] = unwrap(answer);
  if (only !== undefined && others.length === 0) return only.slug;
  const seen = [only, ...others].map((organization) => organization?.slug ?? 'none').join(', ');
  throw new CommandError('usage', `It is not clear which organization is meant; the token sees ${seen}.\n${advice}`);
}
