/** The client: every operation of the contract by its path, and what takes more than one request. */
import type { AnswerOf } from './answer.ts';
import { connect, encoderOf, type ClientOptions, type Connection } from './connection.ts';
import type { Call, CallOptions, Method, PathOf } from './methods.ts';
import { pages, type Pages } from './pages.ts';
import type { PackageSource } from './package-source.ts';
import { publish, type Published, type PublishOptions } from './publish.ts';
import { publishPresigned } from './publish-presigned.ts';

/**
 * Methods resolve to one of the answers that the contract describes, told apart by `status`; `answer.error` is there for
 * refusals. They reject with an `UnexpectedAnswer` for what is not described, and as `fetch` does when the network fails.
 */
export interface LarderClient {
  readonly GET: Call<'GET'>;
  readonly POST: Call<'POST'>;
  readonly PUT: Call<'PUT'>;
  readonly PATCH: Call<'PATCH'>;
  readonly DELETE: Call<'DELETE'>;
  /** Publishes a file, read as it is sent. */
  publish(at: PathOf<'publishPackage'>, source: PackageSource, options?: PublishOptions): Promise<Published>;
  /** The same by a presigned form, for servers that keep files elsewhere. */
  publishPresigned(at: PathOf<'publishPackage'>, source: PackageSource, options?: PublishOptions): Promise<Published>;
  /** Opens a file of a package: `data` is the stream of its bytes. */
  download(at: PathOf<'getPackageFile'>, options?: CallOptions): Promise<AnswerOf<'getPackageFile'>>;
  /** Each page of a list, until there is none. Throws a `LarderError` for a refusal. */
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
    // What a path answers is the contract's to say; the walk only reads its links.
    pages: ((path: string, init: never) => pages(connection, path, init)) as unknown as Pages,
  };
}

const filePath = '/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files/{file}';

/** Types see the operation, the connection sees texts: what one promises the other checks against the contract. */
function caller<M extends Method>(connection: Connection, method: M): Call<M> {
  const call = (path: string, { body, ...init }: CallOptions & { body?: object; params?: object } = {}) =>
    connection(method, path, { ...init, encode: encoderOf(method, path, body) });
  return call as unknown as Call<M>;
}
