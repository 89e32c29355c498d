/** Every failure that the description of OCI has, from every operation, in the format of the specification. */
import { request } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import description from '../../../generated/native/oci.json' with { type: 'json' };
import type { DescribedOperation } from '../../../src/contract/description.ts';
import { injectFault } from '../../faults/reply-faults.ts';
import { eventually } from '../../fixtures/eventually.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { operationsOf } from '../../contract/descriptions.ts';
import { issueToken } from '../../native/tokens.ts';
import { openRegistry, setStanding } from '../registries.ts';
import {
  basic,
  bytesOf,
  digestOf,
  expectStatus,
  imageOf,
  indexOf,
  openOciClient,
  placeOf,
  types,
  type OciClient,
} from './client.ts';

let usual: TestServer;
let registry = '';
let powerless = '';
let impatient: TestServer;

const image = imageOf('refused');
const withdrawn = imageOf('withdrawn');
const spare = bytesOf('a blob of no manifest');

beforeAll(async () => {
  usual = await startTestServer();
  const server = usual;
  const home = await openRegistry(server, { ecosystem: 'oci' }, 'a private');
  registry = placeOf(home).registry;
  powerless = await issueToken(server, { scopes: [] });
  const client = openOciClient({ ...placeOf(home), token: server.token });
  await client.pushImage('app', image);
  const index = indexOf([image]);
  await expectStatus(await client.push('app', 'latest', index, types.index), 201);
  await client.pushImage('gone', withdrawn, 'latest');
  await setStanding(home, { name: 'gone', version: withdrawn.digest, files: [{ name: '', bytes: spare }] }, 'withdraw');
  await client.upload('app', spare);
  // On the same records: waits for no body, and accepts only small ones.
  impatient = await startTestServer({
    LARDER_DATA_DIR: server.dataDir,
    LARDER_BODY_TIMEOUT_MS: '50',
    LARDER_MAX_PACKAGE_SIZE: String(1024 * 1024),
  });
  return async () => {
    await impatient[Symbol.asyncDispose]();
    expect(usual.violations()).toBe(0);
    await usual[Symbol.asyncDispose]();
  };
});

interface Draft {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
}

/** A request that succeeds. */
async function accepted({ path, method, parameters, body }: DescribedOperation): Promise<Draft> {
  const [organization = '', slug = ''] = registry.split('/');
  const values: Readonly<Record<string, string>> = {
    organization,
    registry: slug,
    name: 'app',
    digest: digestOf(path.includes('{upload}') ? image.manifest : (image.blobs[1] ?? spare)),
    reference: image.digest,
    upload: path.includes('{upload}') ? await newUpload() : '',
  };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const query = parameters.filter((one) => one.in === 'query' && one.required);
  const search = query.map(({ name }) => `?${name}=${values[name]}`).join('');
  const headers = { Authorization: basic(usual.token) };
  if (body === undefined) return { path: filled + search, method, headers };
  const isForm = body.media.has('application/x-www-form-urlencoded');
  const type = isForm ? 'application/x-www-form-urlencoded' : types.image;
  return {
    path: filled + search,
    method,
    headers: { ...headers, 'Content-Type': type },
    body: isForm ? `grant_type=password&password=${usual.token}` : image.manifest,
  };
}

function clientOf(): OciClient {
  return openOciClient({ server: usual.url, registry, token: usual.token });
}

async function newUpload(): Promise<string> {
  const opened = await expectStatus(await clientOf().send('app/blobs/uploads/', { method: 'POST' }), 202);
  return opened.headers.get('Docker-Upload-UUID') ?? '';
}

type Change = (draft: Draft, operation: DescribedOperation) => Draft;

const withHeaders = (draft: Draft, headers: Readonly<Record<string, string>>): Draft => ({
  ...draft,
  headers: { ...draft.headers, ...headers },
});

/** Makes a request that is rejected with this status. */
const changes: Readonly<Record<number, Change>> = {
  400: (draft) => ({ ...draft, path: `${draft.path}${draft.path.includes('?') ? '&' : '?'}x=%FF` }),
  401: (draft) =>
    draft.path === '/token' && draft.method === 'POST'
      ? { ...draft, body: 'grant_type=password&password=wrong' }
      : withHeaders(draft, { Authorization: basic('wrong') }),
  403: (draft) => withHeaders(draft, { Authorization: basic(powerless) }),
  404: (draft) => ({ ...draft, path: draft.path.replace(registry, 'acme/missing') }),
  409: (draft, { id }) => (id === 'publishManifest' ? pushOf(draft) : draft),
  412: (draft) => withHeaders(draft, { 'If-Match': '"other"' }),
  413: (draft) => ({ ...draft, body: new Uint8Array(5 * 1024 * 1024) }),
  415: (draft) =>
    withHeaders(draft, draft.path === '/token' ? { 'Content-Type': 'text/plain' } : { 'Content-Encoding': 'gzip' }),
  416: (draft) =>
    draft.method === 'GET'
      ? withHeaders(draft, { Range: 'bytes=99999-' })
      : withHeaders(draft, { 'Content-Range': `99-${98 + image.manifest.length}` }),
};

function pushOf(draft: Draft): Draft {
  const path = draft.path.replace(`app/manifests/${image.digest}`, `gone/manifests/${withdrawn.digest}`);
  return { ...draft, path, body: withdrawn.manifest };
}

const faults = { 500: 'internal', 503: 'unavailable', 507: 'insufficient-storage' } as const;

const failures = operationsOf(description).flatMap(({ operation }) =>
  [...operation.replies.keys()]
    .filter((status) => status >= 400)
    .map((status) => ({ id: operation.id, status, operation })),
);

test.each(failures)('$id fails with $status', async ({ status, operation }) => {
  const reply = await failing(status, operation);
  const [found, { errors }] = [reply.status, (await reply.json()) as { readonly errors: readonly Fault[] }];
  expect(errors).toEqual([
    { code: expect.stringMatching(/^[A-Z_]+$/), message: expect.stringMatching(/\S/), detail: null },
  ]);
  expect(found, errors[0]?.message).toBe(status);
});

interface Fault {
  readonly code: string;
  readonly message: string;
}

async function failing(status: number, operation: DescribedOperation): Promise<Response> {
  if (status === 408) return await stalled(await accepted(operation));
  if (status in faults) return await faulty(status as keyof typeof faults, operation);
  // The bytes of a withdrawn image are not found, so a client uploads them again.
  if (status === 409) for (const blob of withdrawn.blobs) await clientOf().upload('gone', blob);
  const change = changes[status];
  if (change === undefined) throw new Error(`No request is rejected with ${status}.`);
  const { path, ...init } = change(await accepted(operation), operation);
  const { url } = status === 413 ? impatient : usual;
  return await fetch(url + path, init);
}

/** That the server is ready holds for a second, so the fault is waited for. */
async function faulty(status: keyof typeof faults, operation: DescribedOperation): Promise<Response> {
  return await eventually(async () => {
    const { path, ...init } = await freshly(operation);
    const repair = injectFault(faults[status], usual.dataDir);
    const reply = await fetch(usual.url + path, init);
    repair?.();
    expect(reply.status).toBe(status);
    return reply;
  });
}

/** A deletion of something that exists, and that nothing else names. */
async function freshly(operation: DescribedOperation): Promise<Draft> {
  const draft = await accepted(operation);
  const client = clientOf();
  const to = (digest: string): Draft => ({ ...draft, path: draft.path.replace(/sha256:\w+$/, digest) });
  if (operation.id === 'deleteBlob') {
    await client.upload('app', spare);
    return to(digestOf(spare));
  }
  if (operation.id !== 'deleteManifest') return draft;
  const fresh = imageOf('to delete');
  await client.pushImage('app', fresh);
  return to(fresh.digest);
}

/** Sends half of a body. */
async function stalled({ path, method, headers }: Draft): Promise<Response> {
  return await new Promise((resolve, reject) => {
    const sent = request(
      impatient.url + path,
      { method, headers: { ...headers, 'Content-Length': '100' } },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () => resolve(new Response(Buffer.concat(chunks), { status: reply.statusCode ?? 0 })));
      },
    );
    sent.on('error', reject);
    sent.write('grant_type');
  });
}

test('an unknown URL, another method and a name in capitals fail in the format of the specification', async () => {
  const requests = [
    ['v2/acme/x/app/unknown', 'GET', 404],
    ['v2/acme/x/APP/manifests/latest', 'GET', 404],
    ['v2/_catalog', 'POST', 405],
  ] as const;
  for (const [path, method, status] of requests) {
    const reply = await fetch(`${usual.url}/${path}`, { method, headers: { Authorization: basic(usual.token) } });
    const { errors } = (await reply.json()) as { readonly errors: readonly Fault[] };
    expect([reply.status, errors.length]).toEqual([status, 1]);
  }
});

test('a challenge names the URL of tokens and the scope of the request', async () => {
  const { url } = usual;
  const challengeOf = async (path: string, method = 'GET') =>
    (await fetch(`${usual.url}/${path}`, { method })).headers.get('WWW-Authenticate');
  const realm = `Bearer realm="${url}/token",service="larder"`;
  expect([
    await challengeOf('v2/'),
    await challengeOf('v2/_catalog'),
    await challengeOf(`v2/${registry}/app/manifests/latest`),
    await challengeOf(`v2/${registry}/app/blobs/uploads/`, 'POST'),
    await challengeOf(`v2/${registry}/app/manifests/latest`, 'DELETE'),
  ]).toEqual([
    realm,
    `${realm},scope="registry:catalog:*"`,
    `${realm},scope="repository:${registry}/app:pull"`,
    `${realm},scope="repository:${registry}/app:pull,push"`,
    `${realm},scope="repository:${registry}/app:delete"`,
  ]);
});

test('a client whose token lacks a scope, such as an anonymous one, reads that it has to log in', async () => {
  const scope = `repository:${registry}/app:pull`;
  const { token } = (await (await fetch(`${usual.url}/token?scope=${scope}`)).json()) as { readonly token: string };
  const reply = await fetch(`${usual.url}/v2/${registry}/app/manifests/latest`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { errors } = (await reply.json()) as { readonly errors: readonly Fault[] };
  expect([reply.status, errors[0]?.message]).toEqual([
    401,
    "Your access token doesn't have the read_packages scope. If the registry exists, log in with an access token that has it.",
  ]);
});

test.each([
  ['GET', 'manifests/missing', 'MANIFEST_UNKNOWN', 'Tag "missing"'],
  ['DELETE', 'manifests/missing', 'MANIFEST_UNKNOWN', 'Tag "missing"'],
  ['GET', `manifests/${digestOf(spare)}`, 'MANIFEST_UNKNOWN', `Manifest "${digestOf(spare)}"`],
  ['DELETE', `manifests/${digestOf(spare)}`, 'MANIFEST_UNKNOWN', `Manifest "${digestOf(spare)}"`],
  ['GET', `blobs/${digestOf(bytesOf('none'))}`, 'BLOB_UNKNOWN', `Blob "${digestOf(bytesOf('none'))}"`],
])('%s %s names the missing manifest, tag or blob', async (method, path, code, what) => {
  const reply = await fetch(`${usual.url}/v2/${registry}/app/${path}`, {
    method,
    headers: { Authorization: basic(usual.token) },
  });
  const message = `${what} not found, or the token has no access to it.`;
  expect([reply.status, await reply.json()]).toEqual([404, { errors: [{ code, message, detail: null }] }]);
});
