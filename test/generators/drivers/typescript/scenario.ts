/** The scenario for TypeScript clients. Prints the results as one line of JSON, which `outcome.ts` compares. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** How a driver calls its generated client. Bodies are returned as JSON values; a response other than 2xx is thrown. */
export interface Client {
  listRegistries(): Promise<readonly HasSlug[]>;
  createRegistry(input: RegistryInput): Promise<HasSlug>;
  getRegistry(registry: string): Promise<HasSlug>;
  deleteRegistry(registry: string): Promise<HasMessage>;
  listPackages(registry: string, perPage: number): Promise<HasItems<HasId>>;
  publish(registry: string, file: File): Promise<HasId>;
  /** The problem with which the server rejects the file. */
  publishAgain(registry: string, file: File): Promise<Problem>;
  getPackage(registry: string, id: string): Promise<HasId>;
  /** The problem that the server sends for a package that does not exist. */
  getMissingPackage(registry: string, id: string): Promise<Problem>;
  listFiles(registry: string, id: string): Promise<HasItems<HasName>>;
  download(registry: string, id: string, file: string): Promise<Blob>;
  copy(registry: string, id: string, to: string): Promise<HasId>;
  deletePackage(registry: string, id: string): Promise<HasMessage>;
}

/** A type, because an interface does not fit an input that allows further properties. */
export type RegistryInput = {
  name: string;
  ecosystem: 'files';
  emoji: string;
  oidc_policy: { iss: string; scopes: string[] }[];
};

interface HasSlug {
  slug: string;
}

interface HasId {
  id: string;
}

interface HasName {
  name: string;
}

interface HasMessage {
  message: string;
}

interface HasItems<Item> {
  items: readonly Item[];
}

interface Problem {
  type: string;
  status: number;
  url?: string | null;
}

export const baseUrl = setting('LARDER_URL');
export const token = setting('LARDER_TOKEN');
export const organization = setting('LARDER_ORGANIZATION');

export async function play(client: Client): Promise<void> {
  const seeded = await readSeeded(client, setting('LARDER_SEEDED_REGISTRY'), setting('LARDER_SEEDED_PACKAGE'));

  const name = setting('LARDER_NAME');
  const created = await client.createRegistry({
    name: `(${name}) shelf`,
    ecosystem: 'files',
    emoji: '🍌',
    oidc_policy: [{ iss: 'https://agent.example', scopes: ['read_packages'] }],
  });
  const other = await client.createRegistry({
    name: `(${name}) other`,
    ecosystem: 'files',
    emoji: ':banana:',
    oidc_policy: [],
  });
  const [shelf, target] = [created.slug, other.slug];
  const registries = (await client.listRegistries()).map(({ slug }) => slug);

  const source = setting('LARDER_FILE');
  const file = new File([await readFile(source)], path.basename(source), { type: 'application/octet-stream' });
  const published = await client.publish(shelf, file);
  const conflict = await client.publishAgain(shelf, file);
  const packages = (await client.listPackages(shelf, 10)).items.map(({ id }) => id);
  const got = await client.getPackage(shelf, published.id);
  const files = (await client.listFiles(shelf, published.id)).items.map((one) => one.name);
  const bytes = Buffer.from(await (await client.download(shelf, published.id, file.name)).arrayBuffer());
  const copied = await client.copy(shelf, published.id, target);

  const deleted = [
    await client.deletePackage(shelf, published.id),
    await client.deletePackage(target, copied.id),
    await client.deleteRegistry(target),
  ].map(({ message }) => message);
  const missing = await client.getMissingPackage(shelf, published.id);
  await client.deleteRegistry(shelf);

  const record = {
    seeded,
    created,
    registries,
    published,
    conflict: { type: conflict.type, status: conflict.status, url: conflict.url },
    packages,
    got,
    files,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    copied,
    deleted,
    missing: { type: missing.type, status: missing.status },
  };
  console.log(JSON.stringify(record));
}

async function readSeeded(client: Client, registry: string, id: string): Promise<unknown> {
  return {
    registry: await client.getRegistry(registry),
    package: await client.getPackage(registry, id),
    packages: await client.listPackages(registry, 1),
    files: await client.listFiles(registry, id),
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing.`);
  return value;
}
