/** A server with a package of each ecosystem, and the values that lead to what it has. */
import { createHash } from 'node:crypto';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel, wheelName } from '../fixtures/python-package.ts';
import { startServerProcess } from '../fixtures/server-process.ts';

export const organization = 'my-org';
/** The token of the operator, with all scopes. */
export const token = 'the-operators-own-secret';

export interface World extends AsyncDisposable {
  readonly url: string;
  readonly things: Shelf;
  readonly debs: Shelf;
  readonly wheels: Shelf;
  /** A registry of the ecosystem `python` whose project may get another status. */
  readonly marked: Shelf;
  /** A registry of the ecosystem `files` that may be renamed and deleted. */
  readonly spare: Shelf;
  /** A registry of the ecosystem `files` whose package may be deleted. */
  readonly emptied: Shelf;
  /** A registry of the ecosystem `files` whose package may be withdrawn. */
  readonly withdrawn: Shelf;
  /** The id of a token of `things`. */
  readonly registryToken: string;
  /** A token that may be revoked. */
  readonly spareToken: string;
  /** The SHA-256 of the documents of `debs`, which also has a udeb. */
  readonly indexes: readonly string[];
}

/** A registry and the one package that it has. */
export interface Shelf {
  readonly registry: string;
  /** The id of the package. */
  readonly package: string;
  readonly file: string;
  readonly sha256: string;
}

export async function startWorld(): Promise<World> {
  const server = await startServerProcess({
    LARDER_ADMIN_TOKEN: token,
    LARDER_ANSWER_CHECKS: '1',
    LARDER_LOG_LEVEL: 'error',
  });
  try {
    return {
      ...(await stock(await server.ready())),
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
}

async function stock(url: string): Promise<Omit<World, keyof AsyncDisposable>> {
  const base = `${url}/v2/packages/organizations/${organization}/registries`;
  const wheel = { name: wheelName('demo', '1.0'), bytes: buildWheel({ name: 'demo', version: '1.0' }) };
  const things = await fill(base, 'things', 'files', 'notes-1.0.0.txt', Buffer.from('notes'));
  const program = [{ name: './usr/bin/demo', content: 'demo' }];
  const deb = await buildDeb({ dataEntries: program, control: { Architecture: 'amd64' } });
  const debs = await fill(base, 'debs', 'debian', 'demo_1.0_amd64.deb', deb);
  const udeb = await buildDeb({ dataEntries: program, control: { Package: 'demo-udeb', Architecture: 'amd64' } });
  await add(base, 'debs', 'demo-udeb_1.0_amd64.udeb', udeb);
  const wheels = await fill(base, 'wheels', 'python', wheel.name, wheel.bytes);
  const marked = await fill(base, 'marked', 'python', wheel.name, wheel.bytes);
  const spare = await fill(base, 'spare', 'files', 'spare-1.0.0.txt', Buffer.from('spare'));
  const emptied = await fill(base, 'emptied', 'files', 'old-1.0.0.txt', Buffer.from('old'));
  const withdrawn = await fill(base, 'withdrawn', 'files', 'bad-1.0.0.txt', Buffer.from('bad'));
  const registryToken = await post<{ readonly id: string }>(
    `${base}/things/tokens`,
    JSON.stringify({ description: 'Readers' }),
  );
  const spareToken = await post<{ readonly token: string }>(
    `${url}/v2/access-tokens`,
    JSON.stringify({ description: 'Spare', scopes: ['read_packages'] }),
  );
  const release = await fetch(`${url}/${organization}/debs/any/dists/any/Release`, {
    headers: { Authorization: `Basic ${btoa(`x:${token}`)}` },
  });
  const lines = (await release.text()).matchAll(
    /^ ([0-9a-f]{64}) +\d+ main\/(?:debian-installer\/)?(?:binary-amd64\/Packages|Contents-amd64)$/gm,
  );
  return {
    url,
    things,
    debs,
    wheels,
    marked,
    spare,
    emptied,
    withdrawn,
    registryToken: registryToken.id,
    spareToken: spareToken.token,
    indexes: [...lines].map(([, sha256 = '']) => sha256),
  };
}

async function fill(
  base: string,
  registry: string,
  ecosystem: string,
  file: string,
  bytes: Uint8Array,
): Promise<Shelf> {
  await post(base, JSON.stringify({ name: registry, ecosystem }));
  return await add(base, registry, file, bytes);
}

async function add(base: string, registry: string, file: string, bytes: Uint8Array): Promise<Shelf> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), file);
  const { id } = await post<{ readonly id: string }>(`${base}/${registry}/packages`, form);
  return { registry, package: id, file, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function post<T>(url: string, body: string | FormData): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
    },
    body,
  });
  if (!response.ok) throw new Error(`POST ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
