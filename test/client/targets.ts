/** What the client is tried on: the real server, and the mock. Both are asked the same, so both must be there. */
import { randomUUID } from 'node:crypto';
import { createLarderClient, unwrap, type LarderClient, type PackageUpload } from '../../src/client/index.ts';
import { startMock } from '../../scripts/mock/start-mock.ts';
import { startTestServer } from '../fixtures/server.ts';

export interface Target extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  /** Makes one of everything that an operation can be about, which nobody else uses. */
  things(): Promise<Things>;
}

/** The names by which a request can speak of what there is. */
export interface Things {
  /** With a token of its own, so that it may be revoked. */
  readonly larder: LarderClient;
  readonly organization: string;
  readonly registry: string;
  readonly otherRegistry: string;
  readonly package: string;
  readonly file: string;
  readonly accessToken: string;
  readonly registryToken: string;
  readonly upload: { readonly id: string; readonly data: PackageUpload['form']['data'] };
}

export const targets: Readonly<Record<'server' | 'mock', () => Promise<Target>>> = {
  server: async () => {
    const server = await startTestServer();
    const { url, token } = server;
    const things = (): Promise<Things> => makeThings(url, token, 'acme');
    return { url, token, things, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  },
  // It has one of everything, always.
  mock: async () => {
    const { url, stop } = await startMock({ port: 0 });
    const token = 'any-token';
    const things = (): Promise<Things> => makeThings(url, token, 'my_great_org');
    return { url, token, things, [Symbol.asyncDispose]: stop };
  },
};

const registries = '/v2/packages/organizations/{organization}/registries';

async function makeThings(baseUrl: string, token: string, organization: string): Promise<Things> {
  const owner = createLarderClient({ baseUrl, token });
  const { scopes } = unwrap(await owner.GET('/v2/access-token'));
  const own = unwrap(await owner.POST('/v2/access-tokens', { body: { description: 'its own', scopes } }));
  const other = unwrap(await owner.POST('/v2/access-tokens', { body: { description: 'another', scopes } }));
  const registry = await makeRegistry(owner, organization);
  const at = { organization, registry };
  const name = 'thing-1.0.0.txt';
  const published = unwrap(await owner.publish(at, { blob: new Blob(['a thing']), name }));
  const tokens = `${registries}/{registry}/tokens` as const;
  const registryToken = unwrap(await owner.POST(tokens, { params: { path: at }, body: { description: 'machines' } }));
  const uploads = `${registries}/{registry}/packages/upload` as const;
  const { form } = unwrap(await owner.POST(uploads, { params: { path: at } }));
  return {
    larder: createLarderClient({ baseUrl, token: own.token }),
    organization,
    registry,
    otherRegistry: await makeRegistry(owner, organization),
    package: published.id,
    file: name,
    accessToken: other.uuid,
    registryToken: registryToken.id,
    upload: { id: new URL(form.url).pathname.split('/').at(-1) ?? '', data: form.data },
  };
}

/** Answers the slug, which no other registry has. */
export async function makeRegistry(larder: LarderClient, organization: string): Promise<string> {
  const body = { name: `files-${randomUUID()}`, ecosystem: 'files' } as const;
  return unwrap(await larder.POST(registries, { params: { path: { organization } }, body })).slug;
}
