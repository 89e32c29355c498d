/**
 * Bare Express that reads the same rows from the same database by prepared statements, and answers the same bytes.
 * Arguments: the database file, the base URL that its answers name.
 */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import express, { type Request, type Response } from 'express';
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

interface Shelf {
  readonly token: Row;
  readonly registry: Row;
}

const app = express().disable('x-powered-by').disable('etag');
const home = '/v2/packages/organizations/:organization/registries/:registry/packages';

app.get(`${home}/:package`, (request, response) => {
  const shelf = shelfOf(request, response);
  // The columns of the statement are text.
  const row = shelf && (findPackage.get(request.params['package'], shelf.registry['id'] ?? '') as Row | undefined);
  if (!shelf || !row) {
    if (shelf) response.status(404).json({ message: 'not found' });
    return;
  }
  const { token, registry } = shelf;
  const organizationSlug = token['slug'];
  response.json({
    ...itemOf(shelf, row),
    organization: {
      id: token['organization_id'],
      slug: organizationSlug,
      url: `${base}/v2/organizations/${organizationSlug}`,
      web_url: `${base}/organizations/${organizationSlug}`,
    },
    registry: {
      id: registry['id'],
      graphql_id: Buffer.from(`Registry---${registry['id']}`).toString('base64'),
      slug: registry['slug'],
      url: `${base}/v2/packages/organizations/${organizationSlug}/registries/${registry['slug']}`,
      web_url: `${base}/organizations/${organizationSlug}/packages/registries/${registry['slug']}`,
    },
  });
});

app.get(home, (request, response) => {
  const shelf = shelfOf(request, response);
  if (!shelf) return;
  const limit = Number(request.query['per_page'] ?? 30);
  const rows = newestPackages.all(shelf.registry['id'] ?? '', limit + 1) as Row[];
  const items = rows.slice(0, limit).map((row) => itemOf(shelf, row));
  const list = `${base}/v2/packages/organizations/${shelf.token['slug']}/registries/${shelf.registry['slug']}/packages`;
  const links = { self: list, ...(rows.length > limit && { next: `${list}?after=${items.at(-1)?.id}` }) };
  const header = Object.entries(links).map(([relation, url]) => `<${url}>; rel="${relation}"`);
  response.setHeader('Link', header.join(', '));
  response.json({ items, links });
});

listen(app);

/** Who asks, and for which registry; undefined when that has been refused. */
function shelfOf(request: Request, response: Response): Shelf | undefined {
  const { authorization = '' } = request.headers;
  const digest = createHash('sha256')
    .update(authorization.replace(/^Bearer /, ''))
    .digest('hex');
  const token = findToken.get(digest) as Row | undefined;
  const scopes = token && (JSON.parse(token['scopes'] ?? '[]') as string[]);
  if (!token || !scopes?.includes('read_packages')) return void response.status(401).json({ message: 'who are you?' });
  const registry = findRegistry.get(token['organization_id'] ?? '', String(request.params['registry'])) as
    Row | undefined;
  if (registry && token['slug'] === request.params['organization']) return { token, registry };
  return void response.status(404).json({ message: 'not found' });
}

function itemOf({ token, registry }: Shelf, row: Row) {
  const { id, name, version, variant, metadata = '', sha256, sha512, created_at: createdAt = '' } = row;
  const slugs = { organization: token['slug'], registry: registry['slug'] };
  return {
    id,
    url: `${base}/v2/packages/organizations/${slugs.organization}/registries/${slugs.registry}/packages/${id}`,
    web_url: `${base}/organizations/${slugs.organization}/packages/registries/${slugs.registry}/packages/${id}`,
    name,
    version,
    variant: variant === '' ? null : variant,
    metadata: JSON.parse(metadata) as unknown,
    digests: { sha256, sha512 },
    created_at: `${createdAt.slice(0, 19)}Z`,
    published_by: null,
  };
}
