/** The ways in which the proxy breaks a real server, each with the check that finds it. */
import type { IncomingMessage } from 'node:http';
import type { Break, Passed } from './breaking-proxy.ts';

export interface Breakage {
  readonly name: string;
  readonly breaks: Break;
  /** The name of a check that fails. */
  readonly check: string;
}

type Body = Record<string, unknown>;

/** Changes responses of one operation with this status. */
function of(method: string, path: RegExp, status: number, change: (reply: Passed) => Passed): Break {
  return (reply, request) => (isOf(request, method, path) && reply.status === status ? change(reply) : reply);
}

function isOf({ method, url = '' }: IncomingMessage, wanted: string, path: RegExp): boolean {
  return method === wanted && path.test(url.replace(/\?.*/, ''));
}

function header(name: string, value?: string): (reply: Passed) => Passed {
  return ({ headers: { [name]: _removed, ...headers }, ...reply }) => ({
    ...reply,
    headers: { ...headers, ...(value === undefined ? {} : { [name]: value }) },
  });
}

function status(code: number): (reply: Passed) => Passed {
  return (reply) => ({ ...reply, status: code });
}

/** `change` modifies the body. */
function json(change: (body: Body) => unknown): (reply: Passed) => Passed {
  return (reply) => {
    const body = JSON.parse(reply.body.toString()) as Body;
    const changed = Buffer.from(JSON.stringify(change(body) ?? body));
    return { ...reply, headers: { ...reply.headers, 'content-length': String(changed.length) }, body: changed };
  };
}

function items(change: (items: Body[]) => unknown): (reply: Passed) => Passed {
  return json((body) => {
    const list = body['items'] as Body[];
    return { ...body, items: change(list) ?? list };
  });
}

function bytes(change: (body: Buffer) => Buffer): (reply: Passed) => Passed {
  return (reply) => {
    const body = change(reply.body);
    return { ...reply, headers: { ...reply.headers, 'content-length': String(body.length) }, body };
  };
}

function links(change: (links: Record<string, string>) => Record<string, string>): (reply: Passed) => Passed {
  return (reply) => {
    const body = JSON.parse(reply.body.toString()) as Body;
    const changed = change(body['links'] as Record<string, string>);
    const link = Object.entries(changed)
      .map(([relation, url]) => `<${url}>; rel="${relation}"`)
      .join(', ');
    return json(() => ({ ...body, links: changed }))({ ...reply, headers: { ...reply.headers, link } });
  };
}

const registries = /\/registries$/;
const registry = /\/registries\/[^/]+$/;
const packages = /\/packages$/;
const onePackage = /\/packages\/[0-9a-f-]{36}$/;
const files = /\/files$/;
const file = /\/files\/[^/]+$/;

const getPackage = (change: (reply: Passed) => Passed): Break => of('GET', onePackage, 200, change);
const listPackages = (change: (reply: Passed) => Passed): Break => of('GET', packages, 200, change);
const getFile = (change: (reply: Passed) => Passed): Break => of('GET', file, 200, change);

export const breakages: readonly Breakage[] = [
  { name: 'another status', breaks: of('GET', registry, 200, status(203)), check: 'getRegistry 200: status' },
  { name: 'an early 200', breaks: of('GET', registry, 404, status(200)), check: 'getRegistry: not found' },
  { name: 'a 200 without a token', breaks: of('GET', /\/user$/, 401, status(200)), check: 'getUser: unauthenticated' },
  { name: 'a 403 without a token', breaks: of('GET', /\/user$/, 401, status(403)), check: 'getUser: unauthenticated' },
  {
    name: 'a 401 without a challenge',
    breaks: of('GET', /\/user$/, 401, header('www-authenticate')),
    check: 'getUser 401: headers',
  },
  { name: 'a 422 for a 400', breaks: of('GET', packages, 400, status(422)), check: 'listPackages: invalid request' },
  {
    name: 'a 400 without the place',
    breaks: of(
      'GET',
      packages,
      400,
      json((body) => ({ ...body, errors: [{ path: 'query', message: 'no' }] })),
    ),
    check: 'listPackages: invalid request',
  },
  { name: 'a 404 for a 405', breaks: of('PROPFIND', registry, 405, status(404)), check: 'getRegistry 405: status' },
  { name: 'a 405 without Allow', breaks: of('PROPFIND', registry, 405, header('allow')), check: 'getRegistry: method' },
  {
    name: 'OPTIONS without a method',
    breaks: of('OPTIONS', registry, 204, header('allow', 'GET, HEAD, OPTIONS')),
    check: 'getRegistry: OPTIONS',
  },
  {
    name: 'JSON as text',
    breaks: getPackage(header('content-type', 'text/plain')),
    check: 'getPackage 200: media type',
  },
  {
    name: 'problems as JSON',
    breaks: of('GET', onePackage, 404, header('content-type', 'application/json')),
    check: 'getPackage 404: media type',
  },
  { name: 'no request id', breaks: getPackage(header('x-request-id')), check: 'getPackage 200: headers' },
  {
    name: 'one request id for all',
    breaks: listPackages(header('x-request-id', '0191e239-bb10-7d66-a1db-b79b8ba83151')),
    check: 'listPackages: request id',
  },
  {
    name: 'a problem with the id of another request',
    breaks: of('GET', onePackage, 404, header('x-request-id', '0191e239-bb10-7d66-a1db-b79b8ba83152')),
    check: 'getPackage: request id',
  },
  { name: 'no Cache-Control', breaks: getPackage(header('cache-control')), check: 'getPackage 200: headers' },
  {
    name: 'another value of a header',
    breaks: getPackage(header('x-content-type-options', 'sniff')),
    check: 'getPackage 200: headers',
  },
  {
    name: 'a missing property',
    breaks: getPackage(json(({ name: _name, ...body }) => body)),
    check: 'getPackage 200: body',
  },
  {
    name: 'an undescribed property',
    breaks: getPackage(json((body) => ({ ...body, secret: 1 }))),
    check: 'getPackage 200: body',
  },
  {
    name: 'a number as text',
    breaks: of(
      'GET',
      files,
      200,
      items((list) => list.map((one) => ({ ...one, size: String(one['size']) }))),
    ),
    check: 'listPackageFiles 200: body',
  },
  {
    name: 'an unknown value of an enum',
    breaks: of(
      'GET',
      registry,
      200,
      json((body) => ({ ...body, ecosystem: 'cobol' })),
    ),
    check: 'getRegistry 200: body',
  },
  {
    name: 'null',
    breaks: getPackage(json((body) => ({ ...body, version: null }))),
    check: 'getPackage 200: body',
  },
  {
    name: 'a date that does not exist',
    breaks: getPackage(json((body) => ({ ...body, created_at: '2026-02-30T00:00:00Z' }))),
    check: 'getPackage 200: body',
  },
  {
    name: 'JSON that ends early',
    breaks: of(
      'GET',
      registries,
      200,
      bytes((body) => body.subarray(0, -2)),
    ),
    check: 'listRegistries 200: body',
  },
  {
    name: 'a problem with another status',
    breaks: of(
      'GET',
      onePackage,
      404,
      json((body) => ({ ...body, status: 410 })),
    ),
    check: 'getPackage 404: body',
  },
  {
    name: 'another order',
    breaks: listPackages(items((list) => list.map((one, index) => ({ ...one, created_at: dayOf(index) })))),
    check: 'listPackages: order',
  },
  {
    name: 'another order on each page',
    breaks: listPackages(items((list) => list.toReversed())),
    check: 'listPackages: pages',
  },
  {
    name: 'an item twice',
    breaks: listPackages(items((list) => (list.length === 1 ? list : list.map(() => list[0] ?? {})))),
    check: 'listPackages: pages',
  },
  {
    name: 'more items than per_page',
    breaks: listPackages(items((list) => (list.length === 2 ? [...list, ...list] : list))),
    check: 'listPackages: pages',
  },
  {
    name: 'no next page',
    breaks: listPackages(links(({ next: _next, ...others }) => others)),
    check: 'listPackages: pages',
  },
  {
    name: 'a next page that is the same',
    breaks: listPackages(links((all) => ('next' in all ? { ...all, next: all['self'] ?? '' } : all))),
    check: 'listPackages: pages',
  },
  {
    name: 'a next page elsewhere',
    breaks: listPackages(links((all) => ('next' in all ? { ...all, next: 'http://127.0.0.1:1/x' } : all))),
    check: 'listPackages: pages',
  },
  {
    name: 'links in the body that differ from the header',
    breaks: listPackages(header('link', '<http://127.0.0.1:1/>; rel="self"')),
    check: 'listPackages: pages',
  },
  {
    name: 'an item whose link leads nowhere',
    breaks: listPackages(items((list) => list.map((one) => ({ ...one, url: `${String(one['url'])}0` })))),
    check: 'listPackages: links',
  },
  {
    name: 'an item that differs from the list',
    breaks: getPackage(json((body) => ({ ...body, name: 'another' }))),
    check: 'listPackages: links',
  },
  {
    name: 'other bytes in a file',
    breaks: getFile(bytes((body) => Buffer.from(body.toString().toUpperCase()))),
    check: 'getPackageFile: digest',
  },
  {
    name: 'another digest in the list',
    breaks: of(
      'GET',
      files,
      200,
      items((list) => list.map((one) => ({ ...one, digests: otherDigests(one) }))),
    ),
    check: 'getPackageFile: digest',
  },
  {
    name: 'another size in the list',
    breaks: of(
      'GET',
      files,
      200,
      items((list) => list.map((one) => ({ ...one, size: Number(one['size']) + 1 }))),
    ),
    check: 'getPackageFile: digest',
  },
  { name: 'a file without an ETag', breaks: getFile(header('etag')), check: 'getPackageFile: conditional' },
  { name: 'a 200 for a 304', breaks: of('GET', file, 304, status(200)), check: 'getPackageFile: conditional' },
  {
    name: 'a 304 with another ETag',
    breaks: of('GET', file, 304, header('etag', '"another"')),
    check: 'getPackageFile: conditional',
  },
  { name: 'a 200 for a 412', breaks: of('GET', file, 412, status(200)), check: 'getPackageFile: conditional' },
  {
    name: 'another part of a file',
    breaks: of(
      'GET',
      file,
      206,
      bytes((body) => Buffer.from(body).fill(0)),
    ),
    check: 'getPackageFile: range',
  },
  {
    name: 'another Content-Range',
    breaks: of('GET', file, 206, header('content-range', 'bytes 0-1/2')),
    check: 'getPackageFile: range',
  },
  { name: 'a 200 for a 416', breaks: of('GET', file, 416, status(200)), check: 'getPackageFile: range' },
  { name: 'HEAD as not found', breaks: of('HEAD', registry, 200, status(404)), check: 'getRegistry 200: status' },
  {
    name: 'HEAD with another length',
    breaks: of('HEAD', file, 200, header('content-length', '1')),
    check: 'getPackageFile: HEAD',
  },
  {
    name: 'an unknown URL as a page',
    breaks: of('GET', /^\/v2\/missing-/, 404, header('content-type', 'text/html')),
    check: 'an unknown URL 404: body',
  },
];

/** The times of packages that are published within a second are equal. */
function dayOf(index: number): string {
  return `2026-01-0${index + 1}T00:00:00Z`;
}

function otherDigests({ digests }: Body): object {
  return { ...(digests as object), sha256: '0'.repeat(64) };
}

/** Breakages of changes, which only a verification that writes finds. */
export const breakagesOfWrites: readonly Breakage[] = [
  {
    name: 'a change without a token',
    breaks: of('POST', /\/access-tokens$/, 401, status(200)),
    check: 'createAccessToken: unauthenticated',
  },
  {
    name: 'a deletion that does not delete',
    breaks: of('GET', onePackage, 404, status(200)),
    check: 'deletePackage: state',
  },
  {
    name: 'a conflict as a success',
    breaks: of('POST', packages, 409, status(200)),
    check: 'publishPackage 409: status',
  },
  {
    name: 'a change that the token may not make',
    breaks: of('POST', /\/packages\/upload$/, 403, status(200)),
    check: 'createPackageUpload: scope',
  },
];
