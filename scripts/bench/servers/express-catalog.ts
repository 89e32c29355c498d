/**
 * Bare Express that reads the same rows from the same database with prepared statements, and sends the same bytes.
 * Arguments: the database file, the base URL in its replies.
 */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import express, { type Request } from 'express';
import { listen } from './listen.ts';

const [, , file = '', base = ''] = process.argv;
const database = new DatabaseSync(file, { readOnly: true });

const findToken = database.prepare(
  `select t.id, t.scopes, t.expires_at, t.registry_id, o.id as organization_id, o.slug, o.name, u.id as user_id, u.email
   from tokens t join organizations o on o.id = t.organization_id join users u on u.id = t.user_id where t.digest = ?`,
);
const findRegistry = database.prepare('select * from registries where organization_id = ? and slug = ?');
const packages = `select p.id, p.name, p.version, p.variant, p.metadata, p.created_at, b.sha256, b.sha512
   from packages p join files f on f.package_id = p.id and f.position = 0 join blobs b on b.sha256 = f.sha256`;
const findPackage = database.prepare(`${packages} where p.id = ? and p.registry_id = ?`);
const newestPackages = database.prepare(`${packages} where p.registry_id = ? order by p.id desc limit ?`);

type Row = Readonly<Record<string, string>>;

/** The token of a request, its registry, and the URLs of the registry. */
interface Access {
  readonly token: Row;
  readonly registry: Row;
  readonly url: string;
  readonly webUrl: string;
}

const app = express().disable('x-powered-by').disable('etag');
const path = '/v2/packages/organizations/:organization/registries/:registry/packages';

app.get(`${path}/:package`, (request, response) => {
  const access = accessOf(request);
  // The columns of the statement are text.
  const row = findPackage.get(request.params['package'], access.registry['id'] ?? '') as Row | undefined;
  if (!row) throw new Error('not found');
  const { token, registry, url, webUrl } = access;
  response.json({
    ...packageOf(access, row),
    organization: {
      id: token['organization_id'],
      slug: token['slug'],
      url: `${base}/v2/organizations/${token['slug']}`,
      web_url: `${base}/organizations/${token['slug']}`,
    },
    registry: {
      id: registry['id'],
      graphql_id: Buffer.from(`Registry---${registry['id']}`).toString('base64'),
      slug: registry['slug'],
      url,
      web_url: webUrl,
    },
  });
});

app.get(path, (request, response) => {
  const access = accessOf(request);
  const limit = Number(request.query['per_page'] ?? 30);
  const rows = newestPackages.all(access.registry['id'] ?? '', limit + 1) as Row[];
  const items = rows.slice(0, limit).map((row) => packageOf(access, row));
  const list = `${access.url}/packages`;
  const links = { self: list, ...(rows.length > limit && { next: `${list}?after=${items.at(-1)?.id}` }) };
  const header = Object.entries(links).map(([relation, url]) => `<${url}>; rel="${relation}"`);
  response.setHeader('Link', header.join(', '));
  response.json({ items, links });
});

listen(app);

/** Throws if the token has no access to the registry. */
function accessOf({ headers, params }: Request): Access {
  const secret = (headers.authorization ?? '').replace(/^Bearer /, '');
  const token = findToken.get(createHash('sha256').update(secret).digest('hex')) as Row | undefined;
  const scopes = JSON.parse(token?.['scopes'] ?? '[]') as string[];
  if (!token || !scopes.includes('read_packages') || token['slug'] !== params['organization'])
    throw new Error('no access');
  const registry = findRegistry.get(token['organization_id'] ?? '', String(params['registry'])) as Row | undefined;
  if (!registry) throw new Error('not found');
  const url = `${base}/v2/packages/organizations/${token['slug']}/registries/${registry['slug']}`;
  const webUrl = `${base}/organizations/${token['slug']}/packages/registries/${registry['slug']}`;
  return { token, registry, url, webUrl };
}

function packageOf({ url, webUrl }: Access, row: Row) {
  const { id, name, version, variant, metadata = '', sha256, sha512, created_at: createdAt = '' } = row;
  return {
    id,
    url: `${url}/packages/${id}`,
    web_url: `${webUrl}/packages/${id}`,
    name,
    version,
    variant: variant === '' ? null : variant,
    metadata: JSON.parse(metadata) as unknown,
    digests: { sha256, sha512 },
    created_at: `${createdAt.slice(0, 19)}Z`,
    published_by: null,
  };
}
