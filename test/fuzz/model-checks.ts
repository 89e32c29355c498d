/** Compares the records of a server with the model. Every check throws `WrongAnswer`. */
import { createHash } from 'node:crypto';
import { createLarderClient, unwrap } from '../../src/client/index.ts';
import { WrongReply } from './judge.ts';
import type { ModelPackage, ModelRegistry, ModelToken, Real } from './model.ts';
import { organization } from './things.ts';

const packages = '/v2/packages/organizations/{organization}/registries/{registry}/packages';

export function expectSame(what: string, found: unknown, right: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(right)];
  if (one !== other) throw new WrongReply(`${what}: ${one}, and it should be ${other}`);
}

/** Every package exactly once, newest first, for every page size; and the same in reverse. */
export async function checkList(
  { owner }: Real,
  { slug, packages: known }: ModelRegistry,
  perPage: number,
): Promise<void> {
  const right = known.toReversed().map(({ id }) => id);
  const path = { organization, registry: slug };
  const pages: string[][] = [];
  let last: { prev?: string } = {};
  for await (const { items, links } of owner.pages(packages, { params: { path, query: { per_page: perPage } } })) {
    pages.push(items.map(({ id }) => id));
    last = links;
    // A walk in circles would never end.
    if (pages.length > right.length + 1) break;
  }
  expectSame(`packages of ${slug}, page by page`, pages.flat(), right);
  const full = pages.slice(0, -1).filter((page) => page.length !== perPage);
  expectSame(`pages of ${slug} that are not full, but for the last one`, full, []);
  const backwards = pages.slice(-1);
  while (last.prev !== undefined && backwards.length <= right.length) {
    const query = Object.fromEntries(new URL(last.prev).searchParams);
    const { items, links } = unwrap(await owner.GET(packages, { params: { path, query } }));
    backwards.unshift(items.map(({ id }) => id));
    last = links;
  }
  expectSame(`packages of ${slug}, backwards`, backwards.flat(), right);
}

/** Its record, its digest, and its bytes: by the API, and by the URL that its files have. */
export async function checkPackage(
  { owner, url }: Real,
  slug: string,
  known: ModelPackage,
  token: string,
): Promise<void> {
  const path = { organization, registry: slug, package: known.id };
  const found = unwrap(await owner.GET(`${packages}/{package}`, { params: { path } }));
  const { sha256, standing } = known;
  expectSame(
    `package ${known.id}`,
    [found.name, found.version, found.digests.sha256, found.standing, found.notice, found.tags],
    [known.name, known.version, sha256, standing, known.notice, known.tags],
  );
  const { items } = unwrap(await owner.GET(`${packages}/{package}/files`, { params: { path } }));
  expectSame(
    `files of ${known.id}`,
    items.map((file) => [file.name, file.digests.sha256]),
    [[known.fileName, sha256]],
  );
  for (const file of items) {
    const reply = await fetch(file.url, { headers: { Authorization: `Bearer ${token}` } });
    const bytes = await reply.bytes();
    if (standing === 'withdrawn') {
      expectSame(file.url.replace(url, ''), reply.status, 404);
      continue;
    }
    const digest = createHash('sha256').update(bytes).digest('hex');
    expectSame(file.url.replace(url, ''), [reply.status, bytes.length, digest], [200, file.size, sha256]);
  }
}

/** Nothing is left of a deleted package. */
export async function checkGone({ owner }: Real, slug: string, known: ModelPackage): Promise<void> {
  const path = { organization, registry: slug, package: known.id };
  const replies = [
    await owner.GET(`${packages}/{package}`, { params: { path } }),
    await owner.GET(`${packages}/{package}/files`, { params: { path } }),
    await owner.GET(`${packages}/{package}/files/{file}`, { params: { path: { ...path, file: known.fileName } } }),
    await owner.DELETE(`${packages}/{package}`, { params: { path } }),
  ];
  expectSame(
    `answers about ${known.id}, which was deleted`,
    replies.map(({ status }) => status),
    [404, 404, 404, 404],
  );
}

/** A registry token reads its registry, and no other. */
export async function checkToken(
  real: Real,
  own: string,
  others: readonly string[],
  { secret }: ModelToken,
): Promise<void> {
  const reader = createLarderClient({ baseUrl: real.url, token: secret, retries: 0 });
  const statusOf = async (registry: string): Promise<number> =>
    (await reader.GET(packages, { params: { path: { organization, registry } } })).status;
  expectSame(`a token of ${own} reads it`, await statusOf(own), 200);
  for (const other of others) expectSame(`a token of ${own} does not see ${other}`, await statusOf(other), 404);
}

export async function checkRevoked({ url }: Real, own: string, { secret }: ModelToken): Promise<void> {
  const reader = createLarderClient({ baseUrl: url, token: secret, retries: 0 });
  const { status } = await reader.GET(packages, { params: { path: { organization, registry: own } } });
  expectSame(`a deleted token of ${own}`, status, 401);
}
