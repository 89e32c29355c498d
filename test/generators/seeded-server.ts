/** A server as its operator starts it, with a registry and packages that were not made by a generated client. */
import { buildDeb } from '../fixtures/deb-package.ts';
import { startServerProcess } from '../fixtures/server-process.ts';

export interface SeededServer extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  readonly organization: string;
  /** The slug of a Debian registry, and the id of the older one of its two packages. */
  readonly registry: string;
  readonly package: string;
  /** What the server sends for them. */
  readonly bodies: unknown;
  /** The slugs of all registries. */
  registries(): Promise<readonly string[]>;
}

const organization = 'acme';
const token = 'the-token-of-the-generators';
const registry = 'paren-tools';

export async function startSeededServer(): Promise<SeededServer> {
  await using cleanUp = new AsyncDisposableStack();
  const server = cleanUp.use(
    await startServerProcess({
      LARDER_ADMIN_TOKEN: token,
      LARDER_ORGANIZATION: organization,
      // A response that the contract does not describe is a 500.
      LARDER_ANSWER_CHECKS: '1',
    }),
  );
  const url = await server.ready();
  const registries = `${url}/v2/packages/organizations/${organization}/registries`;
  await send(registries, { method: 'POST', headers: json, body: JSON.stringify(input) });
  const older = await publish(`${registries}/${registry}/packages`, '1.0-1');
  await publish(`${registries}/${registry}/packages`, '1.0-2');
  const packages = `${registries}/${registry}/packages`;
  const bodies = {
    registry: await send(`${registries}/${registry}`),
    package: await send(`${packages}/${older.id}`),
    packages: await send(`${packages}?per_page=1`),
    files: await send(`${packages}/${older.id}/files`),
  };
  const owned = cleanUp.move();
  return {
    url,
    token,
    organization,
    registry,
    package: older.id,
    bodies,
    registries: async () => ((await send(registries)) as readonly { readonly slug: string }[]).map(({ slug }) => slug),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const json = { 'Content-Type': 'application/json' };

/** What some clients cannot read: a name that begins with a sign, a policy as text, all kinds of optional texts. */
const input = {
  name: '(paren) tools',
  ecosystem: 'debian',
  description: null,
  emoji: ':wrench:',
  color: '#F0ccFF',
  public: true,
  oidc_policy: '- iss: https://agent.example\n  scopes: [read_packages]\n',
  team_ids: ['0190e784-f31c-7c11-8a5e-0f6f6f4c8d21'],
};

async function publish(packages: string, version: string): Promise<{ readonly id: string }> {
  const body = new FormData();
  body.set('file', new Blob([await buildDeb({ control: { Version: version } })]), `demo_${version}_all.deb`);
  return (await send(packages, { method: 'POST', body })) as { id: string };
}

/** The body of a response, whose form the checks of the server have compared with the contract. */
async function send(url: string, init: RequestInit = {}): Promise<unknown> {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(url, { ...init, headers });
  if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${url}: ${response.status} ${await response.text()}`);
  return await response.json();
}
