/** The client: every operation of the contract by its id and by its path, and functions that take several requests. */
import type { OperationMethods } from '../../generated/methods.ts';
import { operationTable } from '../../generated/operations.ts';
import type { AnswerOf } from './answer.ts';
import { connect, encoderOf, type Connection } from './connection.ts';
import type { Call, Method, PathOf } from './methods.ts';
import { operationAt, operationMethods } from './operation-calls.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { pages, type Pages } from './pages.ts';
import { registryHandle, type RegistryHandle } from './registry-handle.ts';
import type { PackageSource } from './package-source.ts';
import { publish, type Published, type PublishOptions } from './publish.ts';
import { publishPresigned } from './publish-presigned.ts';

/**
 * The methods that are named for operations resolve to the body of a success, and reject with the error of a problem,
 * such as a `NotFoundError`. `GET` and the other methods that take a path, and `publish`, resolve to one of the
 * responses that the contract describes, discriminated by `status`; failures have `error`. All reject with an
 * `UnexpectedAnswer` if the response is not described, and like `fetch` if the network fails.
 */
export interface LarderClient extends OperationMethods<CallOptions> {
  /** Returns a registry of the organization by its slug. Sends no request. */
  registry(slug: string, place?: RegistryPlace): RegistryHandle;
  readonly GET: Call<'GET'>;
  readonly POST: Call<'POST'>;
  readonly PUT: Call<'PUT'>;
  readonly PATCH: Call<'PATCH'>;
  readonly DELETE: Call<'DELETE'>;
  /** Publishes a file, which is streamed. */
  publish(at: PathOf<'publishPackage'>, source: PackageSource, options?: PublishOptions): Promise<Published>;
  /** Publishes a file with a presigned form, for servers that store files elsewhere. */
  publishPresigned(at: PathOf<'publishPackage'>, source: PackageSource, options?: PublishOptions): Promise<Published>;
  /** Opens a file of a package: `data` is the stream of its bytes. */
  download(at: PathOf<'getPackageFile'>, options?: CallOptions): Promise<AnswerOf<'getPackageFile'>>;
  /** Yields all pages of a list. Throws a `LarderError` if a request fails. */
  readonly pages: Pages;
}

export interface RegistryPlace {
  /** The slug of the organization. By default the one of the client. */
  readonly organization?: string | undefined;
}

export function createLarderClient(options: ClientOptions): LarderClient {
  const connection = connect(options);
  const methods = operationMethods(connection, options.organization);
  return {
    ...methods,
    registry: (registry, { organization = options.organization } = {}) => {
      if (organization === undefined)
        throw new TypeError('registry() needs the organization. Specify it for the client, or as { organization }.');
      return registryHandle(connection, methods, { organization, registry });
    },
    GET: caller(connection, 'GET'),
    POST: caller(connection, 'POST'),
    PUT: caller(connection, 'PUT'),
    PATCH: caller(connection, 'PATCH'),
    DELETE: caller(connection, 'DELETE'),
    publish: (...given) => publish(connection, ...given),
    publishPresigned: (...given) => publishPresigned(connection, ...given),
    // A connection returns the responses that are described for the operation.
    download: (path, more) =>
      connection(operationTable.getPackageFile, { params: { path }, ...more }) as Promise<AnswerOf<'getPackageFile'>>,
    // The response types depend on the path; `pages` only reads the links.
    pages: ((path: string, init: never) => pages(connection, operationAt('GET', path), init)) as unknown as Pages,
  };
}

/** The connection is untyped; it checks responses against the contract, so the types of the operation hold. */
function caller<M extends Method>(connection: Connection, method: M): Call<M> {
  const call = async (path: string, { body, ...init }: CallOptions & { body?: unknown; params?: object } = {}) => {
    const operation = operationAt(method, path);
    return await connection(operation, { ...init, ...encoderOf(operation, body) });
  };
  return call as unknown as Call<M>;
}
