/** The methods that are named for operations: the same requests as by path, the same bodies, and errors by problem. */
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemClasses } from '../../generated/errors.ts';
import { operationTable } from '../../generated/operations.ts';
import {
  createLarderClient,
  LarderError,
  type CallOptions,
  type LarderClient,
  type OperationId,
} from '../../src/client/index.ts';
import { operationCalls } from './operation-calls.ts';
import { problem, startScripted } from './scripted-server.ts';
import { targets, type Target, type Things } from './targets.ts';

// The table has a call for each operation that the types have.
const ids = Object.keys(operationCalls) as OperationId[];

/** Calls a method whose parameters no compiler has checked. */
function call(larder: LarderClient, id: OperationId, parameters: object, options?: CallOptions): Promise<unknown> {
  const method = larder[id] as unknown as (parameters: object, options?: CallOptions) => Promise<unknown>;
  return method(parameters, options);
}

describe('on the mock', () => {
  let target: Target;
  let things: Things;
  const sent: Request[] = [];
  beforeAll(async () => {
    target = await targets.mock();
    const made = await target.things();
    const fetch = (request: Request): Promise<Response> => {
      sent.push(request.clone());
      return globalThis.fetch(request);
    };
    const larder = createLarderClient({ baseUrl: target.url, token: target.token, retries: 0, fetch });
    things = { ...made, larder };
  });
  afterAll(() => target[Symbol.asyncDispose]());

  it.each(ids)('%s sends the request and resolves to the body that its path does', async (id) => {
    const byPath = await operationCalls[id](things, {});
    const expected = await read(sent.at(-1));
    const result = await call(things.larder, id, parametersOf(id, expected));
    expect(await read(sent.at(-1))).toEqual(expected);
    expect(await contentOf(result)).toEqual(await contentOf(byPath.data));
  });

  const failures = ids.flatMap((id) =>
    Object.values(operationTable[id].replies)
      .flat()
      .filter((status) => status >= 300)
      .map((status) => [id, status] as const),
  );
  it.each(failures)('%s rejects for a %d with the error of its problem', async (id, status) => {
    await operationCalls[id](things, {});
    const parameters = parametersOf(id, await read(sent.at(-1)));
    const error: unknown = await call(things.larder, id, parameters, { headers: { Prefer: `code=${status}` } }).catch(
      (reason: unknown) => reason,
    );
    if (!(error instanceof LarderError)) throw error;
    const { method, url } = sent.at(-1) ?? {};
    expect(error).toMatchObject({ status, method, url, message: error.problem?.detail ?? expect.any(String) });
    if (!error.problem) return;
    const { type, request_id } = error.problem;
    expect(error).toMatchObject({ requestId: request_id, name: error.constructor.name });
    expect(error.constructor).toBe(problemClasses[type]);
  });
});

describe('the organization', () => {
  const list = { status: 200, body: [] };

  it('is that of the client, or that of the call', async () => {
    const { larder, asked } = await startScripted([list], { organization: 'acme' });
    await larder.listRegistries();
    await larder.listRegistries({ organization: undefined });
    await larder.listRegistries({ organization: 'other', per_page: 2, page: undefined });
    expect(asked.map(({ url }) => url)).toEqual([
      '/v2/packages/organizations/acme/registries',
      '/v2/packages/organizations/acme/registries',
      '/v2/packages/organizations/other/registries?per_page=2',
    ]);
  });

  it('is not sent where the operation has none', async () => {
    const { larder, asked } = await startScripted([list], { organization: 'acme' });
    await larder.listOrganizations();
    expect(asked[0]?.url).toBe('/v2/organizations');
  });

  it('must be specified, and nothing is sent without it', async () => {
    const { larder, asked } = await startScripted([list]);
    await expect(larder.listRegistries()).rejects.toThrow(
      'listRegistries needs the organization. Specify `organization` here, or for the client.',
    );
    expect(asked).toEqual([]);
  });
});

it('a parameter that the operation lacks is rejected by its name, and nothing is sent', async () => {
  const { larder, asked } = await startScripted([problem(500)], { organization: 'acme' });
  await expect(call(larder, 'listPackages', { registry: 'shelf', nmae: 'banana' })).rejects.toThrow(
    'listPackages has no parameter "nmae". Its parameters: organization, registry, name, after, before, page, per_page.',
  );
  await expect(call(larder, 'getUser', { registry: 'shelf' })).rejects.toThrow('Its parameters: none.');
  await expect(call(larder, 'getRegistry', {})).rejects.toThrow('The path parameter "registry"');
  expect(asked).toEqual([]);
});

it('a body that may be missing is sent only if it has properties', async () => {
  const { larder, asked } = await startScripted([problem(404, 'not-found')], { organization: 'acme' });
  const at = { registry: 'shelf', package: 'id' };
  await expect(larder.withdrawPackage(at)).rejects.toThrow(LarderError);
  await expect(larder.withdrawPackage({ ...at, notice: null })).rejects.toThrow(LarderError);
  await expect(larder.updateRegistry({ registry: 'shelf' })).rejects.toThrow(LarderError);
  expect(asked.map(({ body }) => body.toString())).toEqual(['', '{"notice":null}', '{}']);
});

it('a problem of a newer server is a LarderError without a class of its own', async () => {
  const { larder, url } = await startScripted([problem(403, 'quota-exceeded')]);
  const error: unknown = await larder.getUser().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'QuotaExceededError', message: 'The script says so.', url: `${url}/v2/user` });
  expect((error as Error).constructor).toBe(LarderError);
});

interface Read {
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The body by its fields: the boundaries of forms differ. */
async function read(request: Request | undefined): Promise<Read> {
  if (!request) throw new Error('No request was sent.');
  const { method, url, headers } = request;
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  if (type === 'application/json') return { method, url, type, body: (await request.clone().json()) as Read['body'] };
  if (type !== 'multipart/form-data') return { method, url, type, body: {} };
  const fields = [...(await request.clone().formData())];
  const files = fields.map(async ([name, value]) => {
    return [name, typeof value === 'string' ? value : { name: value.name, content: await value.text() }] as const;
  });
  return { method, url, type, body: Object.fromEntries(await Promise.all(files)) };
}

/** Returns the parameters of a method that sends this request. */
function parametersOf(id: OperationId, { url, body }: Read): object {
  const { pathname, searchParams } = new URL(url);
  const names = [...operationTable[id].path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = operationTable[id].path.replaceAll(/\{\w+\}/g, '([^/]+)');
  const [, ...values] = new RegExp(`^${pattern}$`).exec(pathname) ?? [];
  const inPath = names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')] as const);
  const inBody = Object.entries(body).map(([name, value]) => [name, isFile(value) ? fileOf(value) : value] as const);
  return Object.fromEntries([...inPath, ...searchParams, ...inBody]);
}

interface ReadFile {
  readonly name: string;
  readonly content: string;
}

function isFile(value: unknown): value is ReadFile {
  return typeof value === 'object' && value !== null && 'content' in value;
}

function fileOf({ name, content }: ReadFile): File {
  return new File([content], name);
}

async function contentOf(data: unknown): Promise<unknown> {
  return data instanceof ReadableStream ? await text(data) : data;
}
