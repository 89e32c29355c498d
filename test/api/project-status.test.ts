/** The status of projects (PEP 792): set by the API, shown to clients of Python, and enforced. */
import { describe, expect, test } from 'vitest';
import { buildWheel, wheelName } from '../fixtures/python-package.ts';
import { publish } from '../fixtures/server.ts';
import { newRegistry, useServer } from '../native/watched-server.ts';
import { uploadForm } from '../ecosystems/python/upload-form.ts';

const server = useServer();

type Marker = 'active' | 'archived' | 'deprecated' | 'quarantined';

interface ProjectOfTest {
  readonly slug: string;
  set(status: Marker, reason?: string | null): Promise<Response>;
  get(): Promise<unknown>;
  upload(version: string): Promise<Response>;
  page(accept?: string): Promise<string>;
  json(): Promise<{ readonly files: readonly { readonly url: string; readonly filename: string }[] }>;
}

/** A Python registry with version 1.0 of `Demo.Kit`. */
async function openProject(): Promise<ProjectOfTest> {
  const slug = await newRegistry(server(), 'python');
  const status = server().in(slug, 'projects', 'demo-kit', 'status');
  const upload = async (version: string): Promise<Response> => {
    const wheel = { name: wheelName('Demo.Kit', version), bytes: buildWheel({ name: 'Demo.Kit', version }) };
    const init = { method: 'POST', headers: server().authorized, body: uploadForm(wheel) };
    return server().native(`acme/${slug}/pypi/`, init);
  };
  const page = async (accept = 'text/html'): Promise<string> => {
    const reply = await server().native(`acme/${slug}/pypi/simple/demo-kit/`, { headers: { Accept: accept } });
    return reply.text();
  };
  expect((await upload('1.0')).status).toBe(200);
  return {
    slug,
    upload,
    page,
    set: (marker, reason) => {
      const headers = { 'Content-Type': 'application/json' };
      return server().ask(status, { method: 'PUT', headers, body: JSON.stringify({ status: marker, reason }) });
    },
    get: async () => (await server().ask(status)).json(),
    // The server has compared it with its schema.
    json: async () =>
      JSON.parse(await page('application/vnd.pypi.simple.v1+json')) as Awaited<ReturnType<ProjectOfTest['json']>>,
  };
}

describe('T-PY-11: the status of a project', () => {
  test('is active until it is set, and pages do not have it', async () => {
    const { get, page, json } = await openProject();
    expect(await get()).toEqual({ name: 'Demo.Kit', status: 'active', reason: null });
    expect(await json()).not.toHaveProperty('project-status');
    expect(await page()).not.toContain('pypi:project-status');
  });

  test('is on both pages, with its reason', async () => {
    const { set, get, page, json } = await openProject();
    const reply = await set('deprecated', 'Use <apple>');
    const expected = { name: 'Demo.Kit', status: 'deprecated', reason: 'Use <apple>' };
    expect([reply.status, await reply.json(), await get()]).toEqual([200, expected, expected]);
    expect(await json()).toMatchObject({ 'project-status': { status: 'deprecated', reason: 'Use <apple>' } });
    expect(await page()).toContain(
      '<meta name="pypi:project-status" content="deprecated">\n' +
        '<meta name="pypi:project-status-reason" content="Use &#60;apple&#62;">',
    );
  });

  test.each([undefined, null, ''])('has no reason for %j', async (reason) => {
    const { set, get, page, json } = await openProject();
    await set('archived', reason);
    expect(await get()).toMatchObject({ reason: null });
    expect((await json()) as object).toMatchObject({ 'project-status': { status: 'archived' } });
    expect(await page()).not.toContain('status-reason');
  });

  test.each(['archived', 'quarantined'] as const)('%s rejects new files, by every way, with 403', async (marker) => {
    const { slug, set, upload } = await openProject();
    await set(marker, 'Use apple');
    const rejected = await upload('2.0');
    expect([rejected.status, rejected.statusText]).toEqual([
      403,
      expect.stringContaining(`is ${marker}, so no package`),
    ]);
    const [bytes, name] = [buildWheel({ name: 'demo_kit', version: '2.0' }), wheelName('demo_kit', '2.0')];
    const byForm = await publish(server(), slug, name, bytes);
    expect([byForm.status, await byForm.json()]).toEqual([
      403,
      expect.objectContaining({
        type: 'urn:larder:problem:project-closed',
        detail: expect.stringContaining('Use apple'),
      }),
    ]);
    const from = await newRegistry(server(), 'python');
    const { id } = (await (await publish(server(), from, name, bytes)).json()) as { readonly id: string };
    const copied = await server().ask(`${server().in(from, 'packages', id, 'copy')}?to=${slug}`, { method: 'POST' });
    expect(copied.status).toBe(403);
    await set('active');
    expect((await upload('2.0')).status).toBe(200);
  });

  test('archived accepts the same file again, and still serves it', async () => {
    const { set, upload, json } = await openProject();
    await set('archived');
    expect((await upload('1.0')).status).toBe(200);
    expect((await json()).files).toHaveLength(1);
  });

  test('deprecated accepts new files', async () => {
    const { set, upload } = await openProject();
    await set('deprecated');
    expect((await upload('2.0')).status).toBe(200);
  });

  test('quarantined offers and serves no file until it is active again', async () => {
    const { slug, set, json } = await openProject();
    const before = await json();
    const file = new URL(before.files[0]?.url ?? '', `${server().url}/acme/${slug}/pypi/simple/demo-kit/`);
    const served = async (): Promise<readonly number[]> =>
      Promise.all([file.href, `${file.href}.metadata`].map(async (url) => (await fetch(url)).status));
    expect(await served()).toEqual([200, 200]);
    await set('quarantined', 'Malware');
    expect(await json()).toMatchObject({ 'project-status': { status: 'quarantined', reason: 'Malware' }, files: [] });
    expect(await served()).toEqual([404, 404]);
    // For inspection.
    const { items } = (await (await server().ask(server().in(slug, 'packages'))).json()) as {
      readonly items: readonly [{ readonly id: string }];
    };
    const path = server().in(slug, 'packages', items[0].id, 'files', wheelName('Demo.Kit', '1.0'));
    expect((await server().ask(path)).status).toBe(200);
    await set('active');
    expect(await json()).toEqual(before);
    expect(await served()).toEqual([200, 200]);
  });

  test('is in the change of the registry', async () => {
    const { slug, set } = await openProject();
    await set('archived', 'Done');
    const { larder } = server();
    const organization = await larder.catalog.organizations.find('acme');
    const registry = organization && (await larder.catalog.registries.find(organization.id, slug));
    const changes = await larder.catalog.changes.after(registry?.id ?? '', 0, 100);
    const status = { status: 'archived', reason: 'Done' };
    expect(changes.at(-1)).toMatchObject({ kind: 'change', name: 'Demo.Kit', package: null, details: { status } });
    await set('archived', 'Done');
    expect(await larder.catalog.changes.after(registry?.id ?? '', 0, 100)).toEqual(changes);
  });

  test('belongs to projects that exist, of ecosystems whose clients have one', async () => {
    const slug = await newRegistry(server(), 'python');
    expect((await server().ask(server().in(slug, 'projects', 'demo', 'status'))).status).toBe(404);
    const files = await newRegistry(server(), 'files');
    await publish(server(), files, 'demo-1.0.txt', Buffer.from('x'));
    const init = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{"status":"archived"}' };
    const reply = await server().ask(server().in(files, 'projects', 'demo', 'status'), init);
    expect([reply.status, await reply.json()]).toEqual([
      422,
      expect.objectContaining({ type: 'urn:larder:problem:ecosystem-mismatch' }),
    ]);
  });
});
