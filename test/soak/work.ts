/** What the clients of the soak do, each with a check of what the server returns. */
import { bodyOf, organization, textOf, type Answer } from '../torture/api.ts';
import { sha256Of } from '../torture/packages.ts';
import { hangUp } from './hang-up.ts';
import { makeFile, type MadeFile } from './make-file.ts';
import { expectThat, registries, takeOne, type Kept, type World } from './world.ts';

/** Above so many packages, clients delete instead of publishing. */
const plenty = 600;

type Work = (world: World) => Promise<void>;

/** Each kind of work, and how often it is done, in relation to the others. */
const kinds: Readonly<Record<string, readonly [share: number, work: Work]>> = {
  publish: [16, publish],
  presigned: [4, publishPresigned],
  copy: [3, copy],
  delete: [18, remove],
  download: [30, download],
  list: [8, list],
  'python index': [8, readSimpleIndex],
  'apt index': [2, readAptIndex],
  rejected: [4, sendInvalid],
  'hung up': [2, hangUp],
};

/** Does one piece of work, and counts it. Throws `WrongAnswer`. */
export async function workOnce(world: World): Promise<void> {
  const all = Object.entries(kinds);
  let luck = world.chance.next() * all.reduce((sum, [, [share]]) => sum + share, 0);
  const [name, [, work]] = all.find(([, [share]]) => (luck -= share) < 0) ?? ['publish', [1, publish]];
  await work(world);
  world.counts.set(name, (world.counts.get(name) ?? 0) + 1);
}

async function publish(world: World): Promise<void> {
  if (world.kept.length > plenty) return await remove(world);
  const made = await makeFile(world, world.chance.oneOf(['files', 'files', 'debian', 'python'] as const) ?? 'files');
  await add(world, made, formOf({ file: made }));
}

async function publishPresigned(world: World): Promise<void> {
  const made = await makeFile(world, 'files');
  const created = await world.api.ask(`/${made.registry}/packages/upload`, { method: 'POST' });
  const upload = bodyOf(expectStatus(created, 200, 'POST …/packages/upload'), 'PackageUpload');
  expectThat(upload !== undefined, () => 'An upload without a form.');
  const stored = await fetch(upload.form.url, {
    method: 'POST',
    body: formOf({ ...(upload.form.data as Record<string, string>), file: made }),
  });
  await stored.arrayBuffer();
  expectThat(stored.status === 204, () => `An upload was answered ${stored.status}.`);
  await add(world, made, formOf({ package_url: `${upload.form.url}/${made.fileName}` }));
}

async function add({ api, kept }: World, made: MadeFile, body: FormData): Promise<void> {
  const reply = await api.ask(`/${made.registry}/packages`, { method: 'POST', body });
  kept.push(keptOf(made, expectStatus(reply, 200, `POST ${made.fileName}`)));
}

async function copy(world: World): Promise<void> {
  const source = takeOne(world);
  if (!source) return;
  const to = registries[source.ecosystem].find((name) => name !== source.registry) ?? '';
  const reply = await world.api.ask(`/${source.registry}/packages/${source.id}/copy?to=${to}`, { method: 'POST' });
  // It may have been copied there before.
  if (reply?.status !== 409) {
    world.kept.push(keptOf({ ...source, registry: to }, expectStatus(reply, 200, `copy ${source.fileName}`)));
  }
  world.kept.push(source);
}

async function remove(world: World): Promise<void> {
  const one = world.kept.length > plenty / 2 ? takeOne(world) : undefined;
  if (!one) return;
  expectStatus(
    await world.api.ask(`/${one.registry}/packages/${one.id}`, { method: 'DELETE' }),
    200,
    `DELETE ${one.fileName}`,
  );
}

async function download(world: World): Promise<void> {
  await withOne(world, async (one) => {
    const bytes = await world.api.read(world.chance.next() < 0.5 ? nativeUrl(one) : apiUrl(one));
    expectThat(sha256Of(bytes) === one.sha256, () => `${one.fileName} has other bytes than were published.`);
  });
}

async function list(world: World): Promise<void> {
  await withOne(world, async ({ registry, id, fileName }) => {
    let found = false;
    for (let path: string | undefined = `/${registry}/packages?per_page=100`; path !== undefined;) {
      const reply: Answer = expectStatus(await world.api.ask(path), 200, `GET ${path}`);
      const page = bodyOf(reply, 'PackageList');
      expectThat(page !== undefined, () => `GET ${path} was cut.`);
      found ||= page.items.some((item) => item.id === id);
      const { next } = page.links;
      path = next ? `/${registry}/packages${new URL(next).search}` : undefined;
    }
    expectThat(found, () => `${fileName} is not listed in ${registry}.`);
  });
}

async function readSimpleIndex(world: World): Promise<void> {
  await withOne(world, async ({ ecosystem, registry, fileName, sha256 }) => {
    if (ecosystem !== 'python') return;
    const page = new TextDecoder().decode(await world.api.read(`/${organization}/${registry}/pypi/simple/demo/`));
    expectThat(page.includes(`${sha256}/${fileName}`), () => `${fileName} is not in the simple index of ${registry}.`);
  });
}

async function readAptIndex(world: World): Promise<void> {
  await withOne(world, async ({ ecosystem, registry, fileName, sha256 }) => {
    if (ecosystem !== 'debian') return;
    const dists = `/${organization}/${registry}/any/dists/any`;
    await world.api.read(`${dists}/InRelease`);
    const packages = new TextDecoder().decode(await world.api.read(`${dists}/main/binary-all/Packages`));
    expectThat(packages.includes(`SHA256: ${sha256}\n`), () => `${fileName} is not in the apt index of ${registry}.`);
  });
}

async function sendInvalid({ api, chance }: World): Promise<void> {
  const registry = chance.oneOf(Object.values(registries).flat()) ?? '';
  expectStatus(await api.ask(`/${registry}/packages?per_page=x`), 400, 'an invalid parameter');
}

/** Uses a package that no other client uses meanwhile. */
async function withOne(world: World, use: (one: Kept) => Promise<void>): Promise<void> {
  const one = takeOne(world);
  if (!one) return;
  await use(one);
  world.kept.push(one);
}

function keptOf({ ecosystem, registry, version, fileName, sha256 }: Omit<Kept, 'id'>, reply: Answer): Kept {
  const created = bodyOf(reply, 'Package');
  expectThat(created?.version === version, () => `${fileName} was published as ${created?.version}.`);
  return { ecosystem, registry, version, fileName, sha256, id: created.id };
}

export function apiUrl({ registry, id, fileName }: Kept): string {
  return `/v2/packages/organizations/${organization}/registries/${registry}/packages/${id}/files/${fileName}`;
}

function nativeUrl({ ecosystem, registry, fileName, sha256 }: Kept): string {
  const paths = {
    files: `files/${fileName}`,
    debian: `any/pool/${sha256}/${fileName}`,
    python: `pypi/files/${sha256}/${fileName}`,
  };
  return `/${organization}/${registry}/${paths[ecosystem]}`;
}

function formOf(parts: Readonly<Record<string, string | MadeFile>>): FormData {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string') form.set(name, part);
    else form.set(name, new Blob([part.bytes]), part.fileName);
  }
  return form;
}

function expectStatus(reply: Answer | undefined, status: number, what: string): Answer {
  expectThat(reply?.status === status, () => `${what} was answered ${reply?.status}: ${textOf(reply).slice(0, 500)}`);
  return reply;
}
