/** A server with something behind every path parameter of every description, so that any operation can be asked. */
import api from '../../generated/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from '../../src/contract/description.ts';
import type { EcosystemId } from '../../src/ecosystems/ecosystem.ts';
import { ecosystems } from '../../src/ecosystems/index.ts';
import { bodyOf } from '../fixtures/answers.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel, wheelName } from '../fixtures/python-package.ts';
import { createRegistry, publish, type TestServer } from '../fixtures/server.ts';
import { storeToken } from '../fixtures/stored-tokens.ts';

/** By name of the parameter, or of the form's field. */
export type Values = Readonly<Record<string, string>>;

export interface Seed {
  /** Of a caller who may do everything, and whom nobody else is. */
  readonly token: string;
  readonly values: Values;
}

/** Makes new things each time; the registries are private. */
export async function seed(server: TestServer, document: OpenApiDocument): Promise<Seed> {
  const protocol = Object.values(ecosystems).find(({ native }) => native.description === document);
  const ecosystem = protocol?.id ?? 'debian';
  made += 1;
  const registry = `${ecosystem}-${made}`;
  await createRegistry(server, registry, ecosystem);
  await createRegistry(server, `${registry}-other`, ecosystem);
  const { name, bytes } = await files[ecosystem]();
  const { id } = await bodyOf(publish(server, registry, name, bytes), 'Package');
  const { items } = await bodyOf(server.ask(server.in(registry, 'packages', id, 'files')), 'PackageFileList');
  const [file] = items;
  const things = {
    organization: 'acme',
    registry,
    to: `${registry}-other`,
    package: id,
    file: file?.name ?? '',
    sha256: file?.digests.sha256 ?? '',
    ...(await native[ecosystem]?.(server, registry)),
  };
  const token = await storeToken(server.larder);
  const more = document === (api as OpenApiDocument) ? await ofTheApi(server, token, registry) : {};
  return { token, values: { ...things, ...more } };
}

let made = 0;

/** Makes them once, for requests that change nothing. */
export function seedOnce(server: TestServer, document: OpenApiDocument): Promise<Seed> {
  const seeds = shared.get(server) ?? new Map<OpenApiDocument, Promise<Seed>>();
  shared.set(server, seeds);
  const one = seeds.get(document) ?? seed(server, document);
  seeds.set(document, one);
  return one;
}

const shared = new WeakMap<TestServer, Map<OpenApiDocument, Promise<Seed>>>();

/** One file that each ecosystem takes. */
const files: Readonly<
  Record<EcosystemId, () => Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>>
> = {
  debian: async () => ({ name: 'demo_1.0.0_all.deb', bytes: Uint8Array.from(await buildDeb()) }),
  files: async () => ({ name: 'demo-1.0.0.txt', bytes: Buffer.from('demo') }),
  python: async () => ({ name: wheelName('demo', '1.0.0'), bytes: buildWheel() }),
};

/** What the ecosystem's own URLs name beside. */
const native: Readonly<Partial<Record<EcosystemId, (server: TestServer, registry: string) => Promise<Values>>>> = {
  debian: async (server, registry) => {
    const release = await server.ask(`/acme/${registry}/any/dists/any/Release`);
    // Reading the release has built the index of now; a new package calls for another one.
    await (await publish(server, registry, 'x.deb', await aDeb())).arrayBuffer();
    const [, sha256 = ''] = /^ ([0-9a-f]{64}) +\d+ main\/binary-all\/Packages$/m.exec(await release.text()) ?? [];
    return { release: 'InRelease', directory: 'binary-all', index: 'Packages.gz', 'index sha256': sha256 };
  },
  python: async () => ({ project: 'demo' }),
};

async function aDeb(): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await buildDeb({ control: { Package: 'another' } }));
}

async function ofTheApi(server: TestServer, token: string, registry: string): Promise<Values> {
  const post = (path: string, body: object): Promise<Response> =>
    server.ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const accessToken = await bodyOf(
    post('/v2/access-tokens', { description: 'builds', scopes: ['read_packages'] }),
    'AccessTokenWithSecret',
  );
  const registryToken = await bodyOf(
    post(server.in(registry, 'tokens'), { description: 'builds' }),
    'RegistryTokenWithSecret',
  );
  const { form } = await bodyOf(
    server.ask(server.in(registry, 'packages', 'upload'), { method: 'POST' }),
    'PackageUpload',
  );
  return {
    access_token: accessToken.uuid,
    registry_token: registryToken.id,
    upload: new URL(form.url).pathname.split('/').at(-1) ?? '',
    ...form.data,
  };
}
