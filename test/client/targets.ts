/**
 * The targets of the client's tests: the real server, and the mock. Both get the same requests, so both must have the
 * same resources.
 */
import { randomUUID } from 'node:crypto';
import {
  createLarderClient,
  unwrap,
  type Ecosystem,
  type LarderClient,
  type PackageUpload,
  type PathOf,
} from '../../src/client/index.ts';
import { startMock } from '../../src/cli/start-mock.ts';
import { ecosystems } from '../../src/server/ecosystems.ts';
import { startTestServer, type TestServer } from '../fixtures/server.ts';
import { exampleFiles } from '../examples/example-files.ts';
import { pushExampleImage } from '../examples/example-image.ts';
import { exampleRegistry } from '../examples/example-registries.ts';

export interface Target extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  /**
   * Creates one of everything that an operation can be about, for one test: with the values of the contract's examples.
   */
  things(ecosystem?: Ecosystem): Promise<Things>;
}

/** The names by which a request can speak of what there is. */
export interface Things {
  /** With a token of its own, so that it may be revoked. */
  readonly larder: LarderClient;
  readonly token: string;
  readonly ecosystem: Ecosystem;
  readonly organization: string;
  readonly registry: string;
  readonly otherRegistry: string;
  readonly package: string;
  /** The name of the package. */
  readonly name: string;
  /** The digest and the name of the only file of the package. */
  readonly sha256: string;
  readonly file: string;
  readonly accessToken: string;
  readonly registryToken: string;
  readonly upload: { readonly id: string; readonly data: PackageUpload['form']['data'] };
}

/** The organization of the examples, which the mock has, and no other. */
export const organization = 'my_great_org';

export const targets: Readonly<Record<'server' | 'mock', () => Promise<Target>>> = {
  server: async () => {
    const server = await startExampleServer();
    return { ...targetAt(server.url, server.token), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  },
  // It has one of everything, always.
  mock: async () => {
    const { url, stop } = await startMock({ port: 0 });
    return { ...targetAt(url, 'any-token'), [Symbol.asyncDispose]: stop };
  },
};

/** A real server with the organization of the examples. */
export function startExampleServer(environment: Record<string, string> = {}): Promise<TestServer> {
  return startTestServer({ LARDER_ORGANIZATION: organization, ...environment });
}

/** A server or a mock that runs already. */
export function targetAt(url: string, token: string): Omit<Target, typeof Symbol.asyncDispose> {
  return { url, token, things: (ecosystem = 'files') => makeThings(url, token, ecosystem) };
}

/** Makes things once for each ecosystem, for those who change nothing. */
export function memoized(things: Target['things']): (ecosystem: Ecosystem) => Promise<Things> {
  const made = new Map<Ecosystem, Promise<Things>>();
  return (ecosystem) => {
    const own = made.get(ecosystem) ?? things(ecosystem);
    made.set(ecosystem, own);
    return own;
  };
}

const registries = '/v2/packages/organizations/{organization}/registries';

async function makeThings(baseUrl: string, token: string, ecosystem: Ecosystem): Promise<Things> {
  const owner = createLarderClient({ baseUrl, token });
  const { scopes } = unwrap(await owner.GET('/v2/access-token'));
  const own = unwrap(await owner.POST('/v2/access-tokens', { body: { description: 'its own', scopes } }));
  const other = unwrap(await owner.POST('/v2/access-tokens', { body: { description: 'another', scopes } }));
  const larder = createLarderClient({ baseUrl, token: own.token });
  const registry = await makeRegistry(larder, ecosystem);
  const at = { organization, registry };
  const packages = `${registries}/{registry}/packages` as const;
  for (const file of await exampleFiles(ecosystem)) {
    unwrap(await larder.POST(packages, { params: { path: at }, body: { file } }));
  }
  if (ecosystem === 'oci')
    await pushExampleImage(baseUrl, { registry: `${organization}/${registry}`, token: own.token });
  const [newest] = unwrap(await larder.GET(packages, { params: { path: at } })).items;
  const { id = '', name = '', digests: { sha256 = '' } = {} } = newest ?? {};
  const { items } = unwrap(
    await larder.GET(`${packages}/{package}/files`, { params: { path: { ...at, package: id } } }),
  );
  const { defaultTag: tag } = ecosystems[ecosystem];
  // It is at the first package, but the examples are of the newest one.
  if (tag !== null)
    unwrap(await larder.PUT(`${packages}/{package}/tags/{tag}`, { params: { path: { ...at, package: id, tag } } }));
  const tokens = `${registries}/{registry}/tokens` as const;
  const registryToken = unwrap(await larder.POST(tokens, { params: { path: at }, body: { description: 'machines' } }));
  return {
    larder,
    token: own.token,
    ecosystem,
    organization,
    registry,
    otherRegistry: await makeRegistry(owner, ecosystem),
    package: id,
    name,
    sha256,
    file: items[0]?.name ?? '',
    accessToken: other.uuid,
    registryToken: registryToken.id,
    upload: await makeUpload(larder, at),
  };
}

/** An unused form. */
export async function makeUpload(larder: LarderClient, at: PathOf<'createPackageUpload'>): Promise<Things['upload']> {
  const { form } = unwrap(await larder.POST(`${registries}/{registry}/packages/upload`, { params: { path: at } }));
  return { id: new URL(form.url).pathname.split('/').at(-1) ?? '', data: form.data };
}

/** Returns the unique slug. The mock has one registry for each ecosystem. */
export async function makeRegistry(larder: LarderClient, ecosystem: Ecosystem = 'files'): Promise<string> {
  const reply = await larder.POST(registries, {
    params: { path: { organization } },
    body: { ...exampleRegistry(ecosystem), name: `${ecosystem}-${randomUUID()}` },
    headers: { Prefer: `example=${ecosystem}` },
  });
  return unwrap(reply).slug;
}
