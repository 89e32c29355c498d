/** The requests that make an operation return the example in its description, on a server and on the mock. */
import { randomUUID } from 'node:crypto';
import { unwrap, type PackageUpload } from '../../src/client/index.ts';
import { follow } from '../../src/contract/description.ts';
import { shownBodies, shownParameters } from '../../src/mock/described-examples.ts';
import { exampleFiles } from './example-files.ts';
import { examplePolicy } from './example-registries.ts';
import type { Things } from '../client/targets.ts';
import { terraformUrls } from '../../src/ecosystems/terraform/urls.ts';
import { joinNamespace } from '../../src/serving/namespace.ts';
import { publishExampleProvider } from './example-provider.ts';
import { publishExampleUdeb } from './example-udeb.ts';
import { changesAtRevision } from './npm-changes.ts';
import { publishWithProvenance } from './npm-provenance.ts';
import { publishAttested } from './python-provenance.ts';
import { send, type Draft } from './draft.ts';
import { shownCases, type ShownCase } from './shown-cases.ts';

/** The request that leads to a case, which must be a success. */
export async function successfulDraft(shown: ShownCase, things: Things, url: string): Promise<Draft> {
  const examples = shownParameters(shown.document, shown.operation);
  const required = shown.operation.parameters.filter((parameter) => parameter.required);
  const values = { ...examples, ...valuesOf(things), ...(await special[shown.id]?.(things, url, shown)) };
  const valuesIn = (place: string): Record<string, string> =>
    Object.fromEntries(required.filter((one) => one.in === place).map(({ name }) => [name, values[name] ?? '']));
  const draft: Draft = {
    path: valuesIn('path'),
    query: valuesIn('query'),
    headers: {
      ...(shown.type === undefined ? {} : { Accept: shown.type }),
      ...conditionsFor(shown.status),
      ...(await sessionHeaders[shown.id]?.(things, url)),
    },
    token: things.token,
    body: await bodyFor(shown, things),
  };
  return { ...draft, query: { ...draft.query, ...(await pageQuery(shown, draft, url)) } };
}

/** What things are called where parameters name them. */
function valuesOf(things: Things): Record<string, string> {
  return {
    organization: things.organization,
    registry: things.registry,
    package: things.package,
    file: things.file,
    sha256: things.sha256,
    project: things.name,
    name: things.name,
    access_token: things.accessToken,
    registry_token: things.registryToken,
    upload: things.upload.id,
    to: things.otherRegistry,
    namespace: joinNamespace(things),
    module: things.name.split('/')[0] ?? '',
    provider: things.name.split('/')[1] ?? '',
  };
}

/** Where something else is to be named than the thing that usually is. */
const special: Readonly<Record<string, (things: Things, url: string, shown: ShownCase) => object | Promise<object>>> = {
  searchPackages: ({ name }, _, { example }) => ({ q: example === 'empty' ? 'no such name' : name }),
  // A package that is published again exists already.
  publishPackage: ({ otherRegistry }) => ({ registry: otherRegistry }),
  setPackument: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishDistribution: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishDistributionByLegacyUrl: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishFile: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishIncomingFile: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishRpm: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishChart: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishProvenance: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishChartByPlugin: ({ otherRegistry }) => ({ registry: otherRegistry }),
  publishProvenanceByPlugin: ({ otherRegistry }) => ({ registry: otherRegistry }),
  // A registry begins with one key.
  listRegistryKeys: rotate,
  ...changesAtRevision,
  // npm logout names the token in use.
  deleteSession: ({ token }) => ({ secret: token }),
  listAttestations: async (things, url) => {
    const { otherRegistry: registry } = things;
    return { registry, specifier: await publishWithProvenance(url, { ...things, registry }) };
  },
  getProvenance: ({ otherRegistry: registry, ...things }, url) => publishAttested(url, { ...things, registry }),
  explainOidcPolicy: async ({ larder, organization }) => {
    const created = await larder.POST('/v2/packages/organizations/{organization}/registries', {
      params: { path: { organization } },
      body: { name: unusedName(), ecosystem: 'files', oidc_policy: examplePolicy },
    });
    return { registry: unwrap(created).slug };
  },
  listSigningKeys: rotate,
  // PEP 503 has one name for each project; the others lead there.
  getProject: ({ name }, _, { status }) => (status === 301 ? { project: name.toUpperCase() } : {}),
  listProviderVersions: publishExampleProvider,
  getProviderDownload: publishExampleProvider,
  // A signature is in the response for a private registry.
  getSignedArchive: async (things, url) => {
    const [module = '', provider = ''] = things.name.split('/');
    const path = { namespace: joinNamespace(things), module, provider };
    const headers = { Authorization: `Bearer ${things.token}` };
    const reply = await fetch(terraformUrls(url).of('getModuleDownload', path), { headers });
    const [signature, file] = (reply.headers.get('X-Terraform-Get') ?? '').split('/').slice(-2);
    return { signature, file };
  },
  getInstallerIndex: publishExampleUdeb,
  getInstallerIndexByHash: async (things, url) => ({
    ...(await publishExampleUdeb(things)),
    sha256: await digestOf('getInstallerIndex', things, url),
  }),
  getIndexByHash: async (things, url) => ({ sha256: await digestOf('getIndex', things, url) }),
  getContentsByHash: async (things, url) => ({ sha256: await digestOf('getContents', things, url) }),
};

const ownPage = { 'Sec-Fetch-Site': 'same-origin' };

/** The headers that browsers add to the forms of pages, and the cookie of a session. */
const sessionHeaders: Readonly<
  Record<string, (things: Things, url: string) => Readonly<Record<string, string>> | Promise<Record<string, string>>>
> = {
  createSession: () => ownPage,
  endSession: async ({ token }, url) => {
    const body = new URLSearchParams({ token });
    const reply = await fetch(`${url}/-/sign-in`, { method: 'POST', body, headers: ownPage, redirect: 'manual' });
    return { ...ownPage, Cookie: reply.headers.get('Set-Cookie')?.split(';', 1)[0] ?? '' };
  },
};

/** The digest of an index is only in the index, and it is the ETag. */
async function digestOf(operationId: string, things: Things, url: string): Promise<string> {
  const index = shownCases.find(({ id, status }) => id === operationId && status === 200);
  if (!index) throw new Error(`${operationId} is not described.`);
  const reply = await send(url, index.operation, await successfulDraft(index, things, url));
  return reply.headers.get('ETag')?.replaceAll('"', '') ?? '';
}

async function rotate({ larder, organization, registry }: Things): Promise<object> {
  const params = { path: { organization, registry } };
  const path = '/v2/packages/organizations/{organization}/registries/{registry}/signing-keys';
  unwrap(await larder.POST(path, { params, body: { old_keys_expire_in_days: 30 } }));
  return {};
}

/** RFC 9110, sections 13 and 14. */
function conditionsFor(status: number): Readonly<Record<string, string>> {
  if (status === 206) return { Range: 'bytes=0-1' };
  return status === 304 ? { 'If-None-Match': '*' } : {};
}

/** The query of the page that is shown; where it begins after a package, that of a page that looks like it. */
async function pageQuery({ value, operation }: ShownCase, draft: Draft, url: string): Promise<Record<string, string>> {
  const shown = pageIn(value);
  const own = Object.fromEntries(new URL(shown.links?.self ?? url).searchParams);
  if (!('after' in own)) return own;
  const all = pageIn(await (await send(url, operation, { ...draft, query: {} })).json());
  for (const { id } of all.items ?? []) {
    const query = { ...own, after: id };
    const page = pageIn(await (await send(url, operation, { ...draft, query })).json());
    if (page.items?.length === shown.items?.length && keysOf(page.links) === keysOf(shown.links)) return query;
  }
  return own;
}

interface Page {
  readonly items?: readonly { readonly id: string }[];
  readonly links?: Readonly<Record<string, string>>;
}

/** Has no properties if the value is not a page. */
function pageIn(value: unknown): Page {
  return Object(value) as Page;
}

function keysOf(object: object = {}): string {
  return Object.keys(object).toSorted().join();
}

/** A JSON body requests exactly the values in the response; a form has the file of the example. */
async function bodyFor(shown: ShownCase, things: Things): Promise<Draft['body']> {
  const { operation, document, value } = shown;
  const [type, media] = [...(operation.body?.media ?? [])][0] ?? [];
  if (media === undefined) return undefined;
  if (shown.id === 'createSession') return { token: things.token };
  if (type === 'multipart/form-data') {
    const [example] = shownBodies(document, operation);
    return await filledForm(example?.value ?? {}, media.fileParts, things);
  }
  if (type === '*/*') return { file: (await exampleFiles(things.ecosystem)).at(-1) };
  // Only its own example has the right bytes in its text.
  if (media.bytes !== undefined || isAsShown(shown)) return shownBodies(document, operation)[0]?.value ?? {};
  // The requested value and the returned value have the same name but differ.
  if (shown.id === 'explainOidcPolicy')
    return shownBodies(document, operation).find(({ example }) => example === shown.example)?.value ?? {};
  const { properties = {} } = follow<{ properties?: object }>(document, media.schema);
  const own = Object.entries(Object(value) as object).filter(([name]) => name in properties);
  // The response is about something else than the request.
  if (own.length === 0) return shownBodies(document, operation)[0]?.value ?? {};
  return Object.fromEntries(own.map(([name, wanted]) => [name, sent(name, wanted)]));
}

/** The value to send for a value in a response. A policy that is sent as a list is stored as its JSON. */
function sent(name: string, wanted: unknown): unknown {
  if (name === 'name') return unusedName();
  return name === 'oidc_policy' && typeof wanted === 'string' ? JSON.parse(wanted) : wanted;
}

/** A form as an example shows it, with what only this server can know. */
export async function filledForm(
  example: Readonly<Record<string, unknown>>,
  fileParts: ReadonlySet<string>,
  { ecosystem, upload }: Pick<Things, 'ecosystem' | 'upload'>,
): Promise<Readonly<Record<string, unknown>>> {
  const given: Readonly<Record<string, unknown>> = upload.data satisfies PackageUpload['form']['data'];
  const file = (await exampleFiles(ecosystem)).at(-1);
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [name, fileParts.has(name) ? file : (given[name] ?? value)]),
  );
}

/** Names have slugs, and each slug is one registry's. */
export function unusedName(): string {
  return `registry ${randomUUID()}`;
}

/** A change of an npm package has another form than its reply. */
function isAsShown({ document, operation }: ShownCase): boolean {
  return document.info['title'] === 'Larder for npm' && operation.body !== undefined;
}
