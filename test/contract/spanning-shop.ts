/** A description whose URLs are like those of OCI, npm, Maven, Go, Hugging Face and gems, and a server that echoes. */
import { createServer } from 'node:http';
import { createContract, type ContractOptions } from '../../src/contract/contract.ts';
import { readDescription, type OpenApiDocument } from '../../src/contract/description.ts';
import type { AnyOperation, Env } from '../../src/contract/operation.ts';
import type { ReplyEvent } from '../../src/contract/replies/deliver.ts';
import { listenLocally } from '../fixtures/listen-locally.ts';
import { standing } from './tiny-shop.ts';

interface Described {
  readonly name: string;
  readonly pattern?: string;
  readonly spans?: boolean;
  readonly example: string;
}

const name: Described = { name: 'name', pattern: '^[a-z0-9-]+(?:/[a-z0-9-]+)*$', spans: true, example: 'acme/app' };
const digest: Described = { name: 'digest', pattern: '^sha256:[0-9a-f]{4}$', example: 'sha256:00ff' };
const session: Described = { name: 'session', example: '1' };
const reference: Described = { name: 'reference', example: 'latest' };
const npmName = '^(?:@[a-z0-9-]+/)?[a-z0-9][a-z0-9.-]*$';
const npm: Described = { name: 'package', pattern: npmName, spans: true, example: '@acme/app' };
const version: Described = { name: 'version', example: '1.0.0' };
const file: Described = { name: 'file', example: 'app-1.0.0.tgz' };
const tag: Described = { name: 'tag', example: 'latest' };
const path: Described = { name: 'path', pattern: '^[^/]+(?:/[^/]+)*$', spans: true, example: 'org/acme/app' };
const goModule: Described = { name: 'module', pattern: '^[a-z0-9.!/-]+$', spans: true, example: 'acme.test/app' };
const ending = (kind: string): Described => ({ name: kind, pattern: `^.+\\.${kind}$`, example: `v1.0.0.${kind}` });
const repository: Described = {
  name: 'repository',
  pattern: '^[\\w-]+(?:/[\\w-]+)?$',
  spans: true,
  example: 'acme/model',
};
const git: Described = { name: 'git', pattern: '^[\\w-]+(?:/[\\w-]+)?\\.git$', spans: true, example: 'acme/model.git' };
const revision: Described = { name: 'revision', example: 'main' };
const gem: Described = { name: 'gem', example: 'rake' };
const digits: Described = { name: 'digits', pattern: '^[0-9]+$', example: '12' };

/** By their paths: the operation, and the parameters. */
const described: readonly (readonly [path: string, operationId: string, ...parameters: readonly Described[]])[] = [
  ['/v2/_catalog', 'listRepositories'],
  ['/v2/{name}/blobs/uploads/', 'listUploads', name],
  ['/v2/{name}/blobs/uploads/{session}', 'getUpload', name, session],
  ['/v2/{name}/blobs/{digest}', 'getBlob', name, digest],
  ['/v2/{name}/manifests/{reference}', 'getManifest', name, reference],
  ['/v2/{name}/tags/list', 'listTags', name],
  ['/npm/-/package/{package}/dist-tags/{tag}', 'getTag', npm, tag],
  ['/npm/{package}', 'getPackument', npm],
  ['/npm/{package}/{version}', 'getVersion', npm, version],
  ['/npm/{package}/-/{file}', 'getTarball', npm, file],
  ['/maven/{path}', 'getArtifact', path],
  ['/maven/{path}/maven-metadata.xml', 'getMetadata', path],
  ['/go/{module}/@latest', 'getLatest', goModule],
  ['/go/{module}/@v/list', 'listVersions', goModule],
  ['/go/{module}/@v/{info}', 'getInfo', goModule, ending('info')],
  ['/go/{module}/@v/{mod}', 'getMod', goModule, ending('mod')],
  ['/hf/{repository}/resolve/{revision}/{path}', 'getModelFile', repository, revision, path],
  ['/hf/{git}/info/lfs/objects/batch', 'listObjects', git],
  ['/gems/{json}', 'getGemAsJson', ending('json')],
  ['/gems/{gem}', 'getGem', gem],
  ['/numbers/{digits}', 'getNumber', digits],
];

const problem = (status: number): object => ({
  description: 'Wrong. Mend it.',
  headers: standingHeaders(),
  content: {
    'application/problem+json': {
      schema: { type: 'object', additionalProperties: true },
      examples: { problem: { value: { status } } },
    },
  },
});

function standingHeaders(): object {
  const { 'X-Content-Type-Options': options, 'X-Request-Id': id } = standing;
  return {
    'X-Content-Type-Options': options,
    'X-Request-Id': id,
    'Cache-Control': { required: true, schema: { type: 'string' }, example: 'no-cache' },
  };
}

function pathItem(operationId: string, parameters: readonly Described[]): Readonly<Record<string, unknown>> {
  const value = { operation: operationId, ...Object.fromEntries(parameters.map((one) => [one.name, one.example])) };
  return {
    parameters: parameters.map(({ name: called, pattern, spans, example }) => ({
      name: called,
      in: 'path',
      required: true,
      ...(spans && { 'x-spans-segments': true }),
      schema: { type: 'string', minLength: 1, maxLength: 100, ...(pattern !== undefined && { pattern }) },
      example,
    })),
    get: {
      operationId,
      responses: {
        200: {
          description: 'What was read.',
          headers: standingHeaders(),
          content: {
            'application/json': {
              schema: { type: 'object', additionalProperties: { type: 'string' } },
              examples: { echo: { value } },
            },
          },
        },
        400: problem(400),
        404: problem(404),
      },
    },
  };
}

export const spanningDescription: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: 'Paths that span segments', version: '1' },
  security: [],
  paths: Object.fromEntries(described.map(([url, id, ...parameters]) => [url, pathItem(id, parameters)])),
  components: {},
};

export interface SpanningShop extends AsyncDisposable {
  readonly url: string;
  readonly events: readonly ReplyEvent[];
}

type Options = ContractOptions<Env & { readonly caller: { readonly scopes: readonly string[] } }>;

/** Options of a contract that serves descriptions by operations that return their names and the values of the path. */
export function echoing(documents: readonly OpenApiDocument[], observe: Options['observe']): Options {
  return {
    services: documents.map((document) => {
      const description = readDescription(document);
      const operations = description.operations.map(({ id }) => [id, echoOf(id)] as const);
      return { description, operations: Object.fromEntries(operations), resolvers: {} };
    }),
    context: undefined,
    authenticate: () => Promise.resolve({ scopes: [] }),
    stage: () => Promise.reject(new Error('nothing is uploaded here')),
    limits: {
      file: 1,
      body: 1,
      pace: { bytesPerSecond: 1, patience: 1000, longest: 1000 },
      drain: { bytes: 1, time: 1 },
    },
    replies: { check: 'always' },
    observe,
  };
}

function echoOf(operation: string): AnyOperation {
  return ({ path: values }: { readonly path: object }) => ({ status: 200, body: { operation, ...values } });
}

/** Serves the description on a free port. */
export async function openSpanningShop(): Promise<SpanningShop> {
  const events: ReplyEvent[] = [];
  const handle = createContract(echoing([spanningDescription], (event) => events.push(event)));
  const server = createServer((request, response) => void handle(request, response));
  return { ...(await listenLocally(server)), events };
}
