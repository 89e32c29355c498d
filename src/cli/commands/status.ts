/** `larder status`: shows whether the server is ready, and the identity and scopes of the token. */
import type { Command } from 'commander';
import type { AccessToken, LarderClient, Organization } from '../../client/index.ts';
import { reply, details } from '../reply.ts';
import { identity, withConnection, type ConnectionOptions } from '../connection.ts';
import { examples } from '../examples.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { tell } from '../terminal.ts';

export function addStatus(program: Command): void {
  const command = program.command('status').description("Show the server's state and what the token allows");
  withConnection(command).action(status);
  examples(command, ['larder status', 'larder status --json']);
}

interface Status {
  readonly url: string;
  readonly version: unknown;
  readonly ready: boolean;
  /** As the API returns it; null if there is no token or it is invalid. */
  readonly token: AccessToken | null;
  /** As the API returns them; null if the token may not read them. */
  readonly organizations: readonly Organization[] | null;
}

async function status(options: ConnectionOptions): Promise<void> {
  const { createLarderClient } = await import('../../client/index.ts');
  const { url, token, organization } = await identity(options);
  const client = createLarderClient({ baseUrl: url, token, retries: 0 });
  const { info } = await client.getDescription();
  const readiness = await client.GET('/readyz');
  const shown: Status = {
    url,
    version: info['version'],
    ready: readiness.status === 200,
    ...(token === undefined ? { token: null, organizations: null } : await whoAmI(client)),
  };
  await reply(options, shown, (state) => described(state, organization));
  if (shown.token === null) {
    const what = token === undefined ? 'No token specified.' : 'The token is invalid.';
    tell(`${what}\nLog in (larder login ${url}), or set LARDER_TOKEN to an access token.`);
    process.exitCode = exitCodeOf('notAllowed');
  }
  if (!shown.ready) process.exitCode = exitCodeOf('unreachable');
}

async function whoAmI(client: LarderClient): Promise<Pick<Status, 'token' | 'organizations'>> {
  const { unwrap } = await import('../../client/index.ts');
  const token = await client.GET('/v2/access-token');
  if (token.status === 401) return { token: null, organizations: null };
  const organizations = await client.GET('/v2/organizations');
  return { token: unwrap(token), organizations: organizations.status === 403 ? null : unwrap(organizations) };
}

function described({ url, version, ready, token, organizations }: Status, chosen: string | undefined): string {
  const own: Partial<AccessToken> | null = token;
  const seen = own?.organization?.slug ?? organizations?.map(({ slug }) => slug).join(', ');
  return details([
    ['server', `${url} (Larder ${String(version)}, ${ready ? 'ready' : 'not ready'})`],
    ['organization', chosen ?? seen],
    ['user', token && `${token.user.name} <${token.user.email}>`],
    ['token', token?.description],
    ['expires', token && (token.expires_at ?? 'never')],
    ['scopes', token?.scopes.join(' ')],
  ]);
}
