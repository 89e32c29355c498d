/** Packages that are unlisted or withdrawn: what the API shows of them, and what can still be done with them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishNeedingPackage } from '../fixtures/needing-package.ts';
import { bodyOf, detailOf, rejectionOf, type Schemas } from '../fixtures/replies.ts';
import { createRegistry, publish, startTestServer, type TestServer } from '../fixtures/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'plain', 'files');
  await createRegistry(server, 'other', 'files');
});
afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

let made = 0;

/** Publishes a package that no other test has. */
async function newPackage(bytes = 'bytes'): Promise<Schemas['Package']> {
  made += 1;
  return bodyOf(publish(server, 'plain', `app-${made}.0.0.txt`, bytes), 'Package');
}

/** Sends a request about a package, with a JSON body if there is one. */
function send(method: string, { id }: { readonly id: string }, path: string, body?: object): Promise<Response> {
  const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return server.ask(`${server.in('plain', 'packages', id)}/${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
}

const withdraw = (pkg: Schemas['Package'], body?: object): Promise<Response> => send('POST', pkg, 'withdraw', body);
const restore = (pkg: Schemas['Package']): Promise<Response> => send('POST', pkg, 'restore');

async function read({ id }: { readonly id: string }): Promise<Schemas['Package']> {
  return bodyOf(server.ask(server.in('plain', 'packages', id)), 'Package');
}

function download({ id, name, version }: Schemas['Package']): Promise<Response> {
  return server.ask(server.in('plain', 'packages', id, 'files', `${name}-${version}.txt`));
}

describe('setPackageStanding', () => {
  it('sets standing and notice, and returns, gets and lists the package with them', async () => {
    const pkg = await newPackage();
    expect(pkg).toMatchObject({ standing: 'offered', notice: null, tags: [] });
    const body = { standing: 'unlisted', notice: 'Broken on arm64' };
    expect(await bodyOf(send('PUT', pkg, 'standing', body), 'Package')).toEqual({ ...pkg, ...body });
    expect(await read(pkg)).toEqual({ ...pkg, ...body });
    const { items } = await bodyOf(server.ask(server.in('plain', 'packages')), 'PackageList');
    expect(items.find(({ id }) => id === pkg.id)).toMatchObject(body);
  });

  it.each([[{}], [{ notice: null }], [{ notice: '' }]])('removes the notice with %j', async (notice) => {
    const pkg = await newPackage();
    await send('PUT', pkg, 'standing', { standing: 'unlisted', notice: 'Old' });
    const offered = await bodyOf(send('PUT', pkg, 'standing', { standing: 'offered', ...notice }), 'Package');
    expect(offered).toEqual(pkg);
  });

  it('can be repeated, which changes nothing in the registry', async () => {
    const pkg = await newPackage();
    const body = { standing: 'unlisted', notice: 'Slow' };
    await send('PUT', pkg, 'standing', body);
    const revision = await revisionOf('plain');
    expect((await send('PUT', pkg, 'standing', body)).status).toBe(200);
    expect(await revisionOf('plain')).toBe(revision);
  });

  it.each([
    [{ standing: 'withdrawn' }],
    [{ notice: 'Broken' }],
    [{ standing: 'unlisted', notice: 'two\nlines' }],
    [{ standing: 'unlisted', notice: 'x'.repeat(1001) }],
    [{ standing: 'unlisted', reason: 'Broken' }],
  ])('rejects %j with 400 and changes nothing', async (body) => {
    const pkg = await newPackage();
    expect((await send('PUT', pkg, 'standing', body)).status).toBe(400);
    expect(await read(pkg)).toEqual(pkg);
  });

  it('rejects a withdrawn package with 409, because that would restore it', async () => {
    const pkg = await newPackage();
    await withdraw(pkg, { notice: 'Has a security hole' });
    const problem = await bodyOf(send('PUT', pkg, 'standing', { standing: 'offered' }), 'PackageExistsProblem', 409);
    expect(problem).toMatchObject({
      type: 'urn:larder:problem:version-withdrawn',
      detail: `app ${pkg.version} (txt) was withdrawn from registry "plain": Has a security hole. Restore it first.`,
      url: null,
      digests: pkg.digests,
    });
    expect((await read(pkg)).standing).toBe('withdrawn');
  });

  it('does not affect downloads of an unlisted package', async () => {
    const pkg = await newPackage();
    await send('PUT', pkg, 'standing', { standing: 'unlisted' });
    expect(await (await download(pkg)).text()).toBe('bytes');
    const native = await server.ask(`/acme/plain/files/app-${pkg.version}.txt`);
    expect(await native.text()).toBe('bytes');
  });
});

describe('withdrawPackage', () => {
  it('hides the files from the API and from native clients, but not the package', async () => {
    const pkg = await newPackage();
    const withdrawn = await bodyOf(withdraw(pkg, { notice: 'Has a security hole' }), 'Package');
    expect(withdrawn).toEqual({ ...pkg, standing: 'withdrawn', notice: 'Has a security hole' });
    expect(await read(pkg)).toEqual(withdrawn);
    const native = await server.ask(`/acme/plain/files/app-${pkg.version}.txt`);
    expect([(await download(pkg)).status, native.status]).toEqual([404, 404]);
  });

  it('needs no body, and can be repeated with another notice', async () => {
    const pkg = await newPackage();
    const notices: (string | null)[] = [];
    for (const body of [undefined, {}, { notice: 'First' }, { notice: 'Second' }, { notice: null }])
      notices.push((await bodyOf(withdraw(pkg, body), 'Package')).notice);
    expect(notices).toEqual([null, null, 'First', 'Second', null]);
  });

  it.each(['bytes', 'other bytes'])('reserves the version: publishing %s is rejected with 409', async (bytes) => {
    const pkg = await newPackage();
    await withdraw(pkg, { notice: 'Broken' });
    const reply = publish(server, 'plain', `app-${pkg.version}.txt`, bytes);
    expect(await bodyOf(reply, 'PackageExistsProblem', 409)).toMatchObject({
      type: 'urn:larder:problem:version-withdrawn',
      detail: `app ${pkg.version} (txt) was withdrawn from registry "plain": Broken. Restore it, or publish another version.`,
      url: null,
    });
  });

  it('makes a copy fail with 409, in both directions', async () => {
    const pkg = await newPackage();
    const copy = ({ id }: { readonly id: string }, from: string, to: string): Promise<Response> =>
      server.ask(`${server.in(from, 'packages', id, 'copy')}?to=${to}`, { method: 'POST' });
    const { id } = await bodyOf(copy(pkg, 'plain', 'other'), 'Package');
    await withdraw(pkg);
    const withdrawn = { status: 409, type: 'version-withdrawn' };
    expect(await rejectionOf(copy(pkg, 'plain', 'other'))).toEqual(withdrawn);
    expect(await rejectionOf(copy({ id }, 'other', 'plain'))).toEqual(withdrawn);
  });

  it('binds the version to its bytes when the package is deleted, immediately and permanently', async () => {
    const pkg = await newPackage();
    const fileName = `app-${pkg.version}.txt`;
    await withdraw(pkg);
    const statuses: number[] = [];
    for (const id of [pkg.id, undefined]) {
      const deleted = id ?? (await bodyOf(publish(server, 'plain', fileName, 'bytes'), 'Package')).id;
      statuses.push((await server.ask(server.in('plain', 'packages', deleted), { method: 'DELETE' })).status);
      const other = publish(server, 'plain', fileName, 'other bytes');
      expect(await rejectionOf(other)).toEqual({ status: 409, type: 'version-deleted' });
    }
    expect(statuses).toEqual([200, 200]);
  });

  it('keeps the bytes of other packages available', async () => {
    const [pkg, same] = [await newPackage('shared'), await newPackage('shared')];
    await withdraw(same);
    expect(await (await download(pkg)).text()).toBe('shared');
  });
});

describe('restorePackage', () => {
  it('offers a withdrawn package again, without its notice', async () => {
    const pkg = await newPackage();
    await withdraw(pkg, { notice: 'Broken' });
    expect(await bodyOf(restore(pkg), 'Package')).toEqual(pkg);
    expect(await (await download(pkg)).text()).toBe('bytes');
  });

  it('has no effect on packages that are not withdrawn', async () => {
    const pkg = await newPackage();
    const body = { standing: 'unlisted', notice: 'Broken' };
    await send('PUT', pkg, 'standing', body);
    expect(await bodyOf(restore(pkg), 'Package')).toEqual({ ...pkg, ...body });
  });
});

describe('of concurrent changes', () => {
  it('each leaves one of the requested states', async () => {
    const pkg = await newPackage();
    const notices = Array.from({ length: 8 }, (_, n) => `Notice ${n}`);
    const replies = await Promise.all(
      notices.map((notice) => bodyOf(send('PUT', pkg, 'standing', { standing: 'unlisted', notice }), 'Package')),
    );
    expect(replies.map(({ notice }) => notice)).toEqual(notices);
    expect(notices).toContain((await read(pkg)).notice);
  });

  it('a publication and a withdrawal of the same version never both find it free', async () => {
    const pkg = await newPackage();
    await withdraw(pkg);
    const fileName = `app-${pkg.version}.txt`;
    const [restored, again] = await Promise.all([
      restore(pkg),
      ...Array.from({ length: 4 }, () => publish(server, 'plain', fileName, 'bytes')),
    ]);
    expect([restored.status, again?.status]).toEqual([200, 409]);
    const { items } = await bodyOf(server.ask(`${server.in('plain', 'packages')}?name=app`), 'PackageList');
    expect(items.filter(({ version }) => version === pkg.version)).toHaveLength(1);
  });

  it('a copy and a withdrawal leave a complete copy or none', async () => {
    const pkg = await newPackage();
    const copy = server.ask(`${server.in('plain', 'packages', pkg.id, 'copy')}?to=other`, { method: 'POST' });
    const [copied, withdrawn] = await Promise.all([copy, withdraw(pkg)]);
    expect(withdrawn.status).toBe(200);
    expect([200, 409]).toContain(copied.status);
    if (copied.status !== 200) return;
    const { id } = await bodyOf(copied, 'Package');
    const bytes = server.ask(server.in('other', 'packages', id, 'files', `app-${pkg.version}.txt`));
    expect(await (await bytes).text()).toBe('bytes');
  });
});

/** Returns the revision of a registry, which no response has. */
async function revisionOf(slug: string): Promise<number | undefined> {
  const { catalog } = server.larder;
  const organization = await catalog.organizations.find('acme');
  return (await catalog.registries.find(organization?.id ?? '', slug))?.revision;
}

describe('packages that need each other', () => {
  it('are withdrawn one after the other, and restored in the opposite order', async () => {
    const needed = await newPackage();
    const where = { organization: 'acme', registry: 'plain', packageId: needed.id };
    const needing = await read({ id: await publishNeedingPackage(server.larder, where) });
    const details = [await detailOf(withdraw(needed), 409)];
    for (const pkg of [needing, needed]) expect((await withdraw(pkg)).status).toBe(200);
    details.push(await detailOf(restore(needing), 409));
    for (const pkg of [needed, needing]) expect((await restore(pkg)).status).toBe(200);
    expect(details).toEqual([
      `app ${needed.version} (txt) is needed by 999.0 in registry "plain". Withdraw these versions first.`,
      `app 999.0 (txt) needs ${needed.version} in registry "plain". Restore these versions first.`,
    ]);
  });
});
