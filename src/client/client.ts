/** The client: every operation of the contract by its path, and functions that take several requests. */
import type { AnswerOf } from './answer.ts';
import { connect, encoderOf, type ClientOptions, type Connection } from './connection.ts';
import type { Call, CallOptions, Method, PathOf } from './methods.ts';
import { pages, type Pages } from './pages.ts';
import type { PackageSource } from './package-source.ts';
import { publish, type Published, type PublishOptions } from './publish.ts';
import { publishPresigned } from './publish-presigned.ts';

/**
 * Methods resolve to one of the responses that the contract describes, discriminated by `status`; failures have
 * `error`. They reject with an `UnexpectedAnswer` if the response is not described, and like `fetch` if the network
 * fails.
 */
export interface LarderClient {
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

export function createLarderClient(options: ClientOptions): LarderClient {
  const connection = connect(options);
  return {
    GET: caller(connection, 'GET'),
    POST: caller(connection, 'POST'),
    PUT: caller(connection, 'PUT'),
    PATCH: caller(connection, 'PATCH'),
    DELETE: caller(connection, 'DELETE'),
    publish: (...given) => publish(connection, ...given),
    publishPresigned: (...given) => publishPresigned(connection, ...given),
    download: (path, more) => caller(connection, 'GET')(filePath, { params: { path }, ...more }),
    // The response types depend on the path; `pages` only reads the links.
    pages: ((path: string, init: never) => pages(connection, path, init)) as unknown as Pages,
  };
}

const filePath = '/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files/{file}';

/** The connection is untyped; it checks responses against the contract, so the types of the operation hold. */
function caller<M extends Method>(connection: Connection, method: M): Call<M> {
  const call = (path: string, { body, ...init }: CallOptions & { body?: unknown; params?: object } = {}) =>
    connection(method, path, { ...init, ...encoderOf(method, path, body) });
  return call as unknown as Call<M>;
}
