/** Turns an accepted request into a rejected one: a way for each problem, independent of the operation. */
import type { ProblemCode } from '../../src/model/failure.ts';
import { longestEncoding } from '../../src/contract/bodies/receive-json-bytes.ts';
import type { DescribedOperation } from '../../src/contract/description.ts';
import { mostSigningKeys, mostTags, scopes } from '../../src/model/limits.ts';
import { eachConcurrently } from '../../src/registry/each-concurrently.ts';
import { createLarderClient, unwrap, type Package } from '../../src/client/index.ts';
import { makeRegistry, makeUpload, type Things } from '../client/targets.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { publishNeedingPackage } from '../fixtures/needing-package.ts';
import { changesText } from '../fixtures/source-package.ts';
import { buildSdist, buildWheel, wheelName } from '../fixtures/python-package.ts';
import { testToken, type TestServer } from '../fixtures/server.ts';
import { mediaTypeOf, send, type Draft } from './draft.ts';
import type { ShownCase } from './shown-cases.ts';

export interface Env {
  readonly shown: ShownCase;
  readonly things: Things;
  /** The things of another ecosystem. */
  readonly others: Things;
  /** The server for the request, and its URL. */
  readonly server: TestServer;
  readonly url: string;
}

/** These belong to no operation of the API. */
type Elsewhere =
  'tag-moved' | 'method-not-allowed' | 'expectation-failed' | 'headers-too-large' | 'ecosystem-fixed' | 'upload-offset';
/** These are not of the caller's making. */
type Fault = 'internal' | 'unavailable' | 'insufficient-storage';
export type RejectionCode = Exclude<ProblemCode, Elsewhere | Fault>;

/** A problem that is missing here does not compile. */
export const rejections: Readonly<Record<RejectionCode, (draft: Draft, environment: Env) => Draft | Promise<Draft>>> = {
  'invalid-request': (draft) => ({ ...draft, rawQuery: 'x=%FF' }),
  // Without its own site, the form of a page is that of another one. Without a token, some operations are public.
  unauthenticated: (draft, { shown: { operation } }) => ({
    ...draft,
    token: operation.access.anonymous && !operation.path.includes('{') ? 'no-such-token' : undefined,
    headers: { ...draft.headers, ...('Sec-Fetch-Site' in draft.headers && { 'Sec-Fetch-Site': 'cross-site' }) },
  }),
  'missing-scope': async (draft, environment) => ({ ...draft, token: await tokenWithout(environment) }),
  'token-in-settings': async (draft, { url }) => ({
    ...draft,
    path: {
      ...draft.path,
      ...('access_token' in draft.path && { access_token: await ownTokenId(url, testToken) }),
      ...('secret' in draft.path && { secret: testToken }),
    },
    token: testToken,
  }),
  'not-found': (draft, { shown }) => ({ ...draft, path: { ...draft.path, ...missing(shown) } }),
  'request-timeout': (draft, { shown }) => stalled(draft, mediaTypeOf(shown.operation)),
  'payload-too-large': (draft, { shown }) => large(draft, shown.operation),
  'unsupported-media-type': (draft, { shown }) => ({
    ...draft,
    // Bytes may have any type, but no encoding.
    headers: {
      'Content-Type': 'text/plain',
      ...(shown.operation.body?.media.has('*/*') && { 'Content-Encoding': 'x' }),
    },
    content: 'x',
  }),
  'precondition-failed': (draft) =>
    'revision' in draft.path
      ? { ...draft, path: { ...draft.path, revision: '999' } }
      : { ...draft, headers: { 'If-Match': '"other"', 'If-None-Match': '"other"' } },
  'digest-mismatch': (draft) => ({ ...draft, headers: { 'Content-Digest': `sha-256=:${'A'.repeat(43)}=:` } }),
  'range-not-satisfiable': (draft) => ({ ...draft, headers: { Range: 'bytes=999999999-' } }),
  'package-exists': async (draft, { shown, things }) => ({
    ...draft,
    // The same bytes may be sent again.
    body: draft.body && {
      ...draft.body,
      ...('content' in draft.body && { content: await otherDistribution(draft.body['content']) }),
      ...(shown.id === 'publishIncomingFile' && { file: await otherDeb(draft.body['file']) }),
    },
    ...('to' in draft.query
      ? { query: { to: things.registry } }
      : { path: { ...draft.path, registry: things.registry } }),
  }),
  'package-needed': async (draft, { things: { organization, registry }, server }) => {
    await publishNeedingPackage(server.larder, { organization, registry, packageId: draft.path['package'] ?? '' });
    return draft;
  },
  'needs-withdrawn': async (draft, { things, server }) => {
    const { larder, organization } = things;
    const registry = await makeRegistry(larder, 'debian');
    const packageId = (await publishTo(things, registry, await debOf('needed'))).id;
    const needing = await publishNeedingPackage(server.larder, { organization, registry, packageId });
    for (const one of [needing, packageId]) {
      const path = { organization, registry, package: one };
      unwrap(await larder.POST(`${packages}/{package}/withdraw`, { params: { path } }));
    }
    return { ...draft, path: { ...draft.path, registry, package: needing } };
  },
  'version-deleted': async (draft, { things }) => {
    const { larder, organization, otherRegistry } = things;
    const destination = await makeRegistry(larder, 'debian');
    const [before, after] = await Promise.all(['before', 'after'].map((text) => debOf(text)));
    const { id } = await publishTo(things, destination, before);
    const deleting = { organization, registry: destination, package: id };
    unwrap(await larder.DELETE(`${packages}/{package}`, { params: { path: deleting } }));
    if (!('to' in draft.query))
      return { ...draft, path: { ...draft.path, registry: destination }, body: { ...draft.body, file: after } };
    const copied = await publishTo(things, otherRegistry, after);
    const path = { ...draft.path, registry: otherRegistry, package: copied.id };
    return { ...draft, path, query: { to: destination } };
  },
  'version-withdrawn': async (draft, { things }) => {
    const { larder, organization } = things;
    const registry = await makeRegistry(larder, 'debian');
    const file = await debOf('withdrawn');
    const path = { organization, registry, package: (await publishTo(things, registry, file)).id };
    unwrap(await larder.POST(`${packages}/{package}/withdraw`, { params: { path } }));
    const again = draft.body && 'file' in draft.body ? { file } : {};
    return { ...draft, path: { ...draft.path, ...path }, body: draft.body && { ...draft.body, ...again } };
  },
  'project-closed': async (draft, { things }) => {
    const { larder, organization } = things;
    const registry = await makeRegistry(larder, 'python');
    const [first, second] = ['1.0.0', '2.0.0'].map(wheelOf);
    await publishTo(things, registry, first);
    const params = { path: { organization, registry, project: 'closed' } };
    unwrap(await larder.PUT(projectStatus, { params, body: { status: 'archived' } }));
    if (!('to' in draft.query)) {
      const body = { ...draft.body, ...('content' in (draft.body ?? {}) ? { content: second } : { file: second }) };
      return { ...draft, path: { ...draft.path, registry }, body };
    }
    const from = await makeRegistry(larder, 'python');
    const { id } = await publishTo(things, from, second);
    return { ...draft, path: { ...draft.path, registry: from, package: id }, query: { to: registry } };
  },
  'unacceptable-tag': (draft) => ({ ...draft, path: { ...draft.path, tag: 'release candidate' } }),
  'too-many-tags': async (draft, { things }) => {
    const { larder, organization, registry, package: id } = things;
    const tags = Array.from({ length: mostTags }, (_, n) => `n${n}`);
    await eachConcurrently(tags, 20, async (tag) => {
      const path = { organization, registry, package: id, tag };
      unwrap(await larder.PUT(`${packages}/{package}/tags/{tag}`, { params: { path } }));
    });
    return { ...draft, path: { ...draft.path, tag: 'one-more' } };
  },
  'too-many-keys': async (draft, { things }) => {
    const params = {
      path: { organization: things.organization, registry: await makeRegistry(things.larder, 'debian') },
    };
    for (let n = 1; n < mostSigningKeys; n += 1)
      unwrap(await things.larder.POST(signingKeys, { params, body: { old_keys_expire_in_days: 1 } }));
    return { ...draft, path: params.path };
  },
  'no-signing-key': async (draft, { things: { larder } }) => ({
    ...draft,
    path: { ...draft.path, registry: await makeRegistry(larder, 'files') },
  }),
  'ecosystem-mismatch': (draft, { others }) =>
    'project' in draft.path
      ? { ...draft, path: { ...draft.path, registry: others.registry } }
      : { ...draft, query: { to: others.registry } },
  'slug-taken': (draft, { things }) => ({ ...draft, body: { ...draft.body, name: things.otherRegistry } }),
  'invalid-policy': (draft) => ({ ...draft, body: { ...draft.body, oidc_policy: 'x: [' } }),
  'unusable-cursor': (draft) => ({ ...draft, query: { ...draft.query, after: 'banana' } }),
  'unusable-expiry': (draft) => ({ ...draft, body: { ...draft.body, expires_at: '2001-01-01T00:00:00Z' } }),
  'unacceptable-file': (draft) => ({
    ...draft,
    body: {
      ...draft.body,
      file: new File([], 'empty-1.0.0.txt'),
      ...('content' in (draft.body ?? {}) && { content: new File([], 'empty-1.0.0.tar.gz') }),
      ...('chart' in (draft.body ?? {}) && { chart: new File([], 'empty.tgz') }),
      ...('_attachments' in (draft.body ?? {}) && { _attachments: { 'x.tgz': { data: 'eA==' } } }),
    },
  }),
  'content-missing': (draft) => {
    const changes = changesText([{ name: 'banana_1.1-2.debian.tar.xz', bytes: Buffer.from('x') }]);
    const name = 'banana_1.1-2_source.changes';
    return { ...draft, path: { ...draft.path, file: name }, body: { file: new File([changes], name) } };
  },
  'unusable-upload': (draft) => ({ ...draft, body: { package_url: 'http://127.0.0.1/uploads/nowhere/x.txt' } }),
  'unusable-attestation': (draft) => ({
    ...draft,
    body: { ...draft.body, attestation_bundle: new File(['x'], 'x.jsonl') },
  }),
  'upload-refused': (draft) => ({ ...draft, body: { ...draft.body, signature: 'x' } }),
  'upload-used': async (draft, { shown, things, url }) => {
    const { id, data } = await makeUpload(things.larder, things);
    const first = { ...draft, path: { upload: id }, body: { ...draft.body, ...data } };
    await send(url, shown.operation, first);
    return first;
  },
};

const signingKeys = '/v2/packages/organizations/{organization}/registries/{registry}/signing-keys';
const packages = '/v2/packages/organizations/{organization}/registries/{registry}/packages';

const projectStatus = '/v2/packages/organizations/{organization}/registries/{registry}/projects/{project}/status';

function wheelOf(version: string): File {
  return new File([buildWheel({ name: 'closed', version })], wheelName('closed', version));
}

/** Returns another file with the same name. */
async function otherDistribution(file: unknown): Promise<File> {
  const { name: fileName } = file as File;
  const [, name = '', version = '', wheel] =
    /^(.+?)-([^-]+?)(?:-[^-]+-[^-]+-[^-]+(\.whl)|\.tar\.gz)$/.exec(fileName) ?? [];
  const recipe = { name: name.replaceAll('_', '-'), version, metadata: { Summary: 'Another one' } };
  return new File([wheel === undefined ? await buildSdist(recipe) : buildWheel(recipe)], fileName);
}

/** Returns another deb with the name, version and architecture in the name of a file. */
async function otherDeb(file: unknown): Promise<File> {
  const { name: fileName } = file as File;
  const [name, version, architecture] = fileName.replace(/\.deb$/, '').split('_');
  const control = { Package: name, Version: version, Architecture: architecture, Description: 'Another one' };
  return new File([Uint8Array.from(await buildDeb({ control }))], fileName);
}

/** Debs of one name, version and architecture, which differ in their descriptions. */
async function debOf(text: string): Promise<File> {
  const bytes = await buildDeb({ control: { Package: 'withdrawn', Description: text } });
  return new File([Uint8Array.from(bytes)], 'withdrawn.deb');
}

async function publishTo({ larder, organization }: Things, registry: string, file?: File): Promise<Package> {
  return unwrap(await larder.POST(packages, { params: { path: { organization, registry } }, body: { file } }));
}

async function tokenWithout({ shown, things }: Env): Promise<string> {
  const needed = shown.operation.access.ways.flatMap((way) => way.scopes);
  const left = scopes.filter((scope) => !needed.includes(scope)).slice(0, 1);
  const body = { description: 'not enough', scopes: left };
  return unwrap(await things.larder.POST('/v2/access-tokens', { body })).token;
}

/** Returns the id of a token. The mock returns that of its example. */
async function ownTokenId(baseUrl: string, token: string): Promise<string> {
  return unwrap(await createLarderClient({ baseUrl, token }).GET('/v2/access-token')).uuid;
}

/** The registry's name, or else the last one in the path, replaced by one that nothing has. */
function missing({ operation }: ShownCase): Record<string, string> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const name = inPath.find((one) => one === 'registry') ?? inPath.at(-1) ?? '';
  return {
    [name]: name === 'registry' || name === 'organization' ? 'nowhere' : '0191e23a-4bc8-7683-bfa4-000000000000',
  };
}

/** Begins a body, and goes on with it never. */
function stalled(draft: Draft, type: string | undefined): Draft {
  const boundary = 'x';
  const isForm = type === 'multipart/form-data';
  const start = isForm ? `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n` : '{';
  const content = (): ReadableStream<Uint8Array> =>
    new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from(start)) });
  return { ...draft, headers: { 'Content-Type': isForm ? `${type}; boundary=${boundary}` : (type ?? '') }, content };
}

/** More than a server takes that takes packages of 1 MiB. */
function large(draft: Draft, operation: DescribedOperation): Draft {
  const type = mediaTypeOf(operation);
  const { mostText = 1024 * 1024, bytes } = operation.body?.media.get(type ?? '') ?? {};
  // Rejected by its length alone: a server that waits for no body does not get that much in time.
  const much = 'x'.repeat(mostText + (bytes === undefined ? 0 : longestEncoding * 1024 * 1024) + 1);
  const isFile = type === 'multipart/form-data' || type === '*/*';
  const body = isFile ? { file: new File([much], 'large-1.0.0.txt') } : { description: much };
  return { ...draft, body: { ...draft.body, ...body } };
}
