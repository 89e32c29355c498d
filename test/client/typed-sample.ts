/**
 * The calls that the types of the client allow and reject: a directive that expects an error is an error itself if
 * there is none. Compiled with the project, and with the installed package by other compilers; never run.
 */
import {
  createLarderClient,
  InvalidRequestError,
  LarderError,
  NotFoundError,
  PackageExistsError,
  unwrap,
  type Package,
  type PackageExistsProblem,
  type PackageList,
  type Problem,
  type Registry,
} from '../../src/client/index.ts';

const larder = createLarderClient({ baseUrl: 'http://127.0.0.1:8080', token: 'secret', organization: 'acme' });
const at = { organization: 'acme', registry: 'shelf' };
const registries = '/v2/packages/organizations/{organization}/registries';
const packagePath = `${registries}/{registry}/packages/{package}` as const;

export async function allowed(): Promise<void> {
  const reply = await larder.publish(at, { blob: new Blob(['x']), name: 'a-1.0.0.txt' });
  if (reply.status === 200) reply.data satisfies Package;
  if (reply.status === 409) reply.error satisfies PackageExistsProblem;
  if (reply.status === 404) reply.error satisfies Problem;
  if (reply.status === 400) for (const { path, message } of reply.error.errors) path.concat(message);
  if (reply.error) reply.error.detail.toUpperCase();
  else reply.data.digests.sha256.toUpperCase();
  unwrap(reply) satisfies Package;

  const file = await larder.download({ ...at, package: 'id', file: 'a' }, { headers: { Range: 'bytes=0-1' } });
  if (file.status === 200 || file.status === 206) file.data satisfies ReadableStream<Uint8Array>;
  if (file.status === 304) file.data satisfies undefined;
  unwrap(file) satisfies ReadableStream<Uint8Array>;

  const gone = await larder.DELETE('/v2/access-token');
  if (gone.status === 204) gone.data satisfies undefined;
  await larder.GET('/healthz', { signal: new AbortController().signal });
  for await (const page of larder.pages(`${registries}/{registry}/packages`, { params: { path: at } })) {
    page.items[0]?.version satisfies string | undefined;
  }
  const nothing = { params: { path: at, query: { name: undefined, per_page: undefined } } };
  await larder.GET(`${registries}/{registry}/packages`, nothing);
  await larder.POST(`${registries}/{registry}`, { params: { path: at }, body: { name: 'shelf', emoji: undefined } });
  await larder.POST(`${registries}/{registry}/packages`, { params: { path: at }, body: { file: undefined } });
  await larder.publish(at, { path: 'a-1.0.0.txt', name: undefined, blob: undefined });
  const error: unknown = await larder.getUser().catch((reason: unknown) => reason);
  if (error instanceof LarderError && error.problem?.status === 409) error.problem.detail.toUpperCase();
  if (error instanceof PackageExistsError) error.problem.digests.sha256.toUpperCase();
  if (error instanceof InvalidRequestError) for (const { path, message } of error.problem.errors) path.concat(message);
  if (error instanceof NotFoundError) error satisfies LarderError;

  const list: PackageList = await larder.listPackages({ registry: 'shelf', organization: undefined, per_page: 2 });
  list.items[0]?.version satisfies string | undefined;
  (await larder.listRegistries()) satisfies readonly Registry[];
  (await larder.createRegistry({ name: 'shelf', ecosystem: 'files' }, { timeout: 1000 })) satisfies Registry;
  (await larder.revokeAccessToken()) satisfies void;
  (await larder.getPackageFile({ ...at, package: 'id', file: 'a', 'If-None-Match': '"a"' })) satisfies ReadableStream;
  (await larder.publishPackage({ registry: 'shelf', file: new Blob([]) })) satisfies Package;
  await larder.withdrawPackage({ registry: 'shelf', package: 'id' });

  const shelf = larder.registry('shelf', { organization: undefined });
  for await (const { id } of shelf.packages({ name: undefined })) id.toUpperCase();
  (await shelf.publish('a-1.0.0.txt', { onProgress: (sent, total) => sent / total })) satisfies Package;
  const pkg = shelf.package('id');
  const [first] = await pkg.files();
  (await pkg.download({ file: first, timeout: undefined })) satisfies ReadableStream<Uint8Array>;
  (await pkg.downloadTo('a', { file: 'a', replace: true })).size.toFixed();
  createLarderClient({ baseUrl: '', token: () => undefined, onRetry: ({ wait }) => wait.toFixed() });
}

export async function rejected(): Promise<void> {
  // @ts-expect-error There is no such path.
  await larder.GET('/v2/nothing');
  // @ts-expect-error That path has no such method.
  await larder.DELETE('/healthz');
  // @ts-expect-error The path needs parameters.
  await larder.GET(packagePath);
  // @ts-expect-error The package is missing.
  await larder.GET(packagePath, { params: { path: at } });
  // @ts-expect-error Pages are numbers.
  await larder.GET(`${registries}/{registry}/packages`, { params: { path: at, query: { per_page: 'all' } } });
  // @ts-expect-error A registry needs an ecosystem.
  await larder.POST(registries, { params: { path: at }, body: { name: 'shelf' } });
  // @ts-expect-error There is no such ecosystem.
  await larder.POST(registries, { params: { path: at }, body: { name: 'shelf', ecosystem: 'stone' } });
  // @ts-expect-error A stream's length must be known.
  await larder.publish(at, { stream: new Blob([]).stream(), name: 'a' });
  // @ts-expect-error A file is a path or a Blob.
  await larder.publish(at, { path: 'a', blob: new Blob([]), name: 'a' });
  // @ts-expect-error A file is a Blob or a stream.
  await larder.publish(at, { blob: new Blob([]), stream: new Blob([]).stream(), name: 'a', size: 0 });
  // @ts-expect-error A registry needs a name.
  await larder.POST(registries, { params: { path: at }, body: { name: undefined, ecosystem: 'files' } });
  // @ts-expect-error One registry does not come in pages.
  larder.pages(`${registries}/{registry}`, { params: { path: at } });

  // @ts-expect-error The registry is missing.
  await larder.listPackages();
  // @ts-expect-error There is no such parameter.
  await larder.listPackages({ registry: 'shelf', nmae: 'banana' });
  // @ts-expect-error A registry needs an ecosystem.
  await larder.createRegistry({ name: 'shelf' });
  // @ts-expect-error There is no such property of its body.
  await larder.createRegistry({ name: 'shelf', ecosystem: 'files', colour: '#000000' });
  // @ts-expect-error The place is that of the handle.
  await larder.registry('shelf').update({ registry: 'other' });
  // @ts-expect-error A standing is one of two.
  await larder.registry('shelf').package('id').setStanding({ standing: 'withdrawn' });
  // @ts-expect-error It has no parameters.
  await larder.getUser({ registry: 'shelf' });

  const reply = await larder.GET(packagePath, { params: { path: { ...at, package: 'id' } } });
  // @ts-expect-error It may be a failure.
  reply.data.version.toUpperCase();
  // @ts-expect-error Only a 400 has places.
  if (reply.status === 404) reply.error.errors.at(0);
  // @ts-expect-error This operation has no response with 409.
  if (reply.status === 409) throw new Error('never');
  // @ts-expect-error A failure has no data.
  if (reply.status === 403) reply.data.id.toUpperCase();
}
