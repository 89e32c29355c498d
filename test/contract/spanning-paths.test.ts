/** Values that span segments are found in URLs as native clients send them, at a cost that grows with the URL alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContract } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import { createRouter } from '../../src/contract/router.ts';
import { prepareUrls } from '../../src/serving/urls.ts';
import { echoing, openSpanningShop, spanningDescription, type SpanningShop } from './spanning-shop.ts';

let shop: SpanningShop;
beforeAll(async () => {
  shop = await openSpanningShop();
});
afterAll(() => shop[Symbol.asyncDispose]());

/** What the server read from a URL, or the status with which it rejected it. */
async function read(path: string): Promise<unknown> {
  const response = await fetch(shop.url + path);
  return response.status === 200 ? await response.json() : response.status;
}

describe('reads', () => {
  test.each<[url: string, operation: string, values: Readonly<Record<string, string>>]>([
    ['/v2/app/manifests/latest', 'getManifest', { name: 'app', reference: 'latest' }],
    ['/v2/acme/debs/app/manifests/1.0', 'getManifest', { name: 'acme/debs/app', reference: '1.0' }],
    ['/v2/acme%2Fapp/manifests/latest', 'getManifest', { name: 'acme/app', reference: 'latest' }],
    ['/v2/acme/app/blobs/sha256:00ff', 'getBlob', { name: 'acme/app', digest: 'sha256:00ff' }],
    ['/v2/acme/app/blobs/sha256%3A00ff', 'getBlob', { name: 'acme/app', digest: 'sha256:00ff' }],
    ['/v2/acme/app/blobs/uploads/', 'listUploads', { name: 'acme/app' }],
    ['/v2/acme/app/blobs/uploads/7', 'getUpload', { name: 'acme/app', session: '7' }],
    ['/v2/acme/app/tags/list', 'listTags', { name: 'acme/app' }],
    ['/v2/_catalog', 'listRepositories', {}],
    // Names that are called as literals are: the longest run that leaves a route.
    ['/v2/a/manifests/b/manifests/c', 'getManifest', { name: 'a/manifests/b', reference: 'c' }],
    ['/v2/a/tags/list/tags/list', 'listTags', { name: 'a/tags/list' }],
    ['/v2/blobs/uploads/manifests/x', 'getManifest', { name: 'blobs/uploads', reference: 'x' }],
    ['/npm/app', 'getPackument', { package: 'app' }],
    ['/npm/@acme/app', 'getPackument', { package: '@acme/app' }],
    ['/npm/@acme%2fapp', 'getPackument', { package: '@acme/app' }],
    ['/npm/%40acme%2Fapp', 'getPackument', { package: '@acme/app' }],
    ['/npm/app/1.0.0', 'getVersion', { package: 'app', version: '1.0.0' }],
    ['/npm/@acme/app/1.0.0', 'getVersion', { package: '@acme/app', version: '1.0.0' }],
    ['/npm/@acme/app/-/app-1.0.0.tgz', 'getTarball', { package: '@acme/app', file: 'app-1.0.0.tgz' }],
    ['/npm/-/package/@acme/app/dist-tags/next', 'getTag', { package: '@acme/app', tag: 'next' }],
    ['/npm/-/package/@acme%2fapp/dist-tags/next', 'getTag', { package: '@acme/app', tag: 'next' }],
    ['/maven/org/acme/app/1.0/app-1.0.jar', 'getArtifact', { path: 'org/acme/app/1.0/app-1.0.jar' }],
    // A literal goes before a longer run.
    ['/maven/org/acme/app/maven-metadata.xml', 'getMetadata', { path: 'org/acme/app' }],
    ['/maven/org/acme/maven-metadata.xml/maven-metadata.xml', 'getMetadata', { path: 'org/acme/maven-metadata.xml' }],
    ['/maven/maven-metadata.xml', 'getArtifact', { path: 'maven-metadata.xml' }],
    ['/maven/org/%C3%A9t%C3%A9/a%20b', 'getArtifact', { path: 'org/été/a b' }],
    ['/go/acme.test/app/@v/list', 'listVersions', { module: 'acme.test/app' }],
    ['/go/acme.test/app/@v/v1.0.0.info', 'getInfo', { module: 'acme.test/app', info: 'v1.0.0.info' }],
    ['/go/acme.test/!app/v2/@v/v2.0.0.mod', 'getMod', { module: 'acme.test/!app/v2', mod: 'v2.0.0.mod' }],
    ['/go/acme.test/app/@latest', 'getLatest', { module: 'acme.test/app' }],
    [
      '/hf/bert/resolve/main/config.json',
      'getModelFile',
      { repository: 'bert', revision: 'main', path: 'config.json' },
    ],
    [
      '/hf/acme/bert/resolve/refs%2Fpr%2F1/onnx/model.onnx',
      'getModelFile',
      { repository: 'acme/bert', revision: 'refs/pr/1', path: 'onnx/model.onnx' },
    ],
    // What could be one word more of the repository does not match its pattern.
    ['/hf/a/resolve/resolve/b/c', 'getModelFile', { repository: 'a/resolve', revision: 'b', path: 'c' }],
    ['/hf/a/resolve/b/resolve/c/d', 'getModelFile', { repository: 'a', revision: 'b', path: 'resolve/c/d' }],
    ['/hf/acme/bert.git/info/lfs/objects/batch', 'listObjects', { git: 'acme/bert.git' }],
    ['/gems/rake.json', 'getGemAsJson', { json: 'rake.json' }],
    ['/gems/rake', 'getGem', { gem: 'rake' }],
    ['/numbers/12', 'getNumber', { digits: '12' }],
    // A slash in excess at the end is ignored, as everywhere.
    ['/v2/acme/app/tags/list/', 'listTags', { name: 'acme/app' }],
  ])('%s', async (url, operation, values) => {
    expect(await read(url)).toEqual({ operation, ...values });
  });
});

describe('rejects', () => {
  test.each([
    ['a value that no run matches', '/v2/UPPER/app/manifests/latest', 404],
    ['a run that begins with an empty segment', '/npm//@acme/app', 404],
    ['an empty segment in a run', '/v2/acme//app/manifests/latest', 404],
    ['a run of no segment', '/v2/manifests/latest', 404],
    ['a run that is too long', `/v2/${'a/'.repeat(200)}manifests/latest`, 404],
    ['a value that none of several parameters matches', '/go/acme.test/app/@v/v1.0.0.zip', 404],
    ['a value that a single parameter does not match', '/numbers/twelve', 400],
    ['a single value that is too long', `/gems/${'a'.repeat(101)}`, 400],
  ])('%s', async (_, url, status) => {
    expect(await read(url)).toBe(status);
  });
});

test('typed URLs lead to what they were made of', async () => {
  type Any = Readonly<Record<string, { readonly parameters: { readonly path: Readonly<Record<string, string>> } }>>;
  const urls = prepareUrls<Any>(spanningDescription)('');
  const file = { repository: 'acme/bert', revision: 'refs/pr/1', path: 'a b/ü.bin' };
  expect(urls.of('getModelFile', file)).toBe('/hf/acme/bert/resolve/refs%2Fpr%2F1/a%20b/%C3%BC.bin');
  expect(await read(urls.of('getModelFile', file))).toEqual({ operation: 'getModelFile', ...file });
  expect(await read(urls.of('listUploads', { name: 'a/b' }))).toEqual({ operation: 'listUploads', name: 'a/b' });
});

// A URL has up to 16 KiB. The test counts how often the router reads a segment.
test.each(['a', 'blobs', 'manifests', 'resolve', '@v', 'maven-metadata.xml', '-', '@a', '.', 'A'])(
  'twice as many segments "%s" cost twice as much at most',
  (word) => {
    const { operations } = readDescription(spanningDescription);
    const router = createRouter(operations.map((operation) => ({ operation, service: 'x' })));
    const cost = (beginning: string, count: number): number => {
      let looks = 0;
      const segments = new Proxy([beginning, 'a', ...Array<string>(count).fill(word), ''], {
        get: (target, key, receiver): unknown => {
          looks += 1;
          return Reflect.get(target, key, receiver);
        },
      });
      router.find(segments);
      return looks;
    };
    for (const beginning of ['v2', 'npm', 'maven', 'go', 'hf'])
      expect(cost(beginning, 8000)).toBeLessThan(2.2 * cost(beginning, 4000));
  },
);

describe('does not start with', () => {
  const start = (...documents: readonly OpenApiDocument[]): void => {
    createContract(echoing(documents, () => undefined));
  };
  const shopAt = (title: string, url: string, method: string, ...parameters: readonly object[]): OpenApiDocument => ({
    openapi: '3.1.1',
    info: { title, version: '1' },
    security: [],
    paths: { [url]: { parameters, [method]: { operationId: `${method}It`, responses: {} } } },
  });
  const parameter = (name: string, schema: object = { type: 'string' }, more: object = {}): object => ({
    name,
    in: 'path',
    required: true,
    schema,
    ...more,
  });
  const run = (name: string, schema: object): object => parameter(name, schema, { 'x-spans-segments': true });
  const spanning = (maxLength: number): object => ({ type: 'string', pattern: '^a+$', maxLength });

  test.each<[title: string, documents: readonly OpenApiDocument[], message: RegExp]>([
    [
      'two services of one path',
      [shopAt('One', '/keys/{a}', 'get', parameter('a')), shopAt('Other', '/keys/{b}', 'put', parameter('b'))],
      /"One" and "Other" describe one path: \/keys\/\{a\} and \/keys\/\{b\}/,
    ],
    [
      'two spanning parameters of one pattern and two lengths',
      [shopAt('One', '/{a}', 'get', run('a', spanning(9))), shopAt('Other', '/{b}/x', 'put', run('b', spanning(8)))],
      /\{b\} has the pattern of another parameter, and another maxLength: 9 and 8/,
    ],
    [
      'a spanning parameter without a pattern',
      [shopAt('One', '/{a}', 'get', run('a', { type: 'string', maxLength: 9 }))],
      /\{a\} spans segments, so it needs a pattern and a maxLength/,
    ],
    [
      'a spanning parameter without a limit',
      [shopAt('One', '/{a}', 'get', run('a', { type: 'string', pattern: '^a$' }))],
      /\{a\} spans segments, so it needs a pattern and a maxLength/,
    ],
    [
      'a segment of text and value',
      [shopAt('One', '/{a}.json', 'get', parameter('a'))],
      /\/\{a\}\.json: "\{a\}\.json" mixes text and value/,
    ],
  ])('%s', (_, documents, message) => {
    expect(() => start(...documents)).toThrow(message);
  });

  test('two paths of one description that cannot be distinguished', () => {
    const [one, other] = [shopAt('One', '/{a}', 'get', parameter('a')), shopAt('One', '/{b}', 'put', parameter('b'))];
    const both = { ...one, paths: { ...one?.paths, ...other?.paths } } as OpenApiDocument;
    expect(() => start(both)).toThrow('/{a} and /{b} of "One" cannot be distinguished');
  });
});

test('a reserved value is not matched where literals stand beside it, and elsewhere it is', () => {
  const operation = (id: string, url: string): OpenApiDocument['paths'] => ({
    [url]: { get: { operationId: id, parameters: parametersOf(url), responses: {} } },
  });
  const paths = {
    ...operation('getDocs', '/docs'),
    ...operation('getFile', '/{organization}/file'),
    ...operation('getOrganization', '/organizations/{organization}'),
  };
  const { operations } = readDescription({ openapi: '3.1.1', info: { title: 'x' }, paths });
  const router = createRouter(
    operations.map((one) => ({ operation: one, service: 'x' })),
    { organization: new Set(['docs', 'token']) },
  );
  const found = (...segments: readonly string[]): unknown => router.find(segments)?.methods.get('GET')?.operation.id;
  expect([
    found('docs'),
    found('docs', 'file'),
    found('token', 'file'),
    found('tokens', 'file'),
    found('organizations', 'token'),
  ]).toEqual(['getDocs', undefined, undefined, 'getFile', 'getOrganization']);
});

function parametersOf(url: string): readonly object[] {
  const schema = { type: 'string' };
  return url.includes('{') ? [{ name: 'organization', in: 'path', required: true, schema }] : [];
}
