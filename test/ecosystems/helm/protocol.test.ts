/** The URLs of helm and of ChartMuseum. The suite publishes, copies and deletes charts with the client. */
import { expect, test } from 'vitest';
import type { components } from '../../../generated/native/helm.ts';
import { buildChart, buildProvenance, type ChartRecipe } from '../../fixtures/chart.ts';
import { digestsOf } from '../../fixtures/local-file.ts';
import { newRegistry, useServer } from '../../native/watched-server.ts';
import { pushForm, type ChartFiles } from './push.ts';

type Index = components['schemas']['ChartIndex'];

const server = useServer();

interface Wire {
  readonly slug: string;
  /** Requests a path below `/helm/`, with the token of a publisher. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  publish(recipe: ChartRecipe): Promise<Response>;
  index(): Promise<Index>;
}

async function openWire(): Promise<Wire> {
  const slug = await newRegistry(server(), 'helm', { isPublic: false });
  const ask: Wire['ask'] = (path, init = {}) =>
    server().native(`acme/${slug}/helm/${path}`, { ...init, headers: { ...server().authorized, ...init.headers } });
  return {
    slug,
    ask,
    publish: async (recipe) => pushForm(server(), slug, { chart: await buildChart(recipe) }),
    // The server has compared it with its schema.
    index: async () => (await (await ask('index.yaml')).json()) as Index,
  };
}

const versionsIn = (index: Index, name = 'demo') => index.entries[name]?.map(({ version }) => version);

test('T-HLM-1: the index has relative URLs, which lead to the charts', async () => {
  const { publish, index, ask } = await openWire();
  await publish({ version: '1.0.0' });
  const [version] = (await index()).entries['demo'] ?? [];
  expect(version?.urls).toEqual(['charts/demo/demo-1.0.0.tgz']);
  const reply = await ask(version?.urls[0] ?? '');
  expect(digestsOf(await reply.bytes()).sha256).toBe(version?.digest);
  expect((await ask('demo-1.0.0.tgz')).status).toBe(200);
});

test('T-HLM-2: a chart and its provenance are served without a redirect, so that credentials suffice', async () => {
  const { ask, slug } = await openWire();
  const chart = await buildChart();
  expect((await pushForm(server(), slug, { chart, prov: buildProvenance(chart) })).status).toBe(201);
  for (const file of [
    'charts/demo/demo-1.0.0.tgz',
    'charts/demo/demo-1.0.0.tgz.prov',
    'demo-1.0.0.tgz',
    'index.yaml',
  ]) {
    const { status, headers } = await ask(file, { redirect: 'manual' });
    expect([file, status, headers.get('Location')]).toEqual([file, 200, null]);
  }
});

test('two charts whose files have one name keep their URLs', async () => {
  const { publish, index, ask } = await openWire();
  await publish({ name: 'demo', version: '1.0.0-2.0.0' });
  await publish({ name: 'demo-1.0.0', version: '2.0.0' });
  const versions = Object.values((await index()).entries).flat();
  expect(versions).toHaveLength(2);
  for (const { urls, digest } of versions)
    expect(digestsOf(await (await ask(urls[0] ?? '')).bytes()).sha256).toBe(digest);
});

test('T-HLM-5: the index has pre-releases, and the newest version first', async () => {
  const { publish, index, ask } = await openWire();
  for (const version of ['1.2.0', '1.10.0-rc.1', '1.9.0', '1.10.0']) await publish({ version });
  const expected = ['1.10.0', '1.10.0-rc.1', '1.9.0', '1.2.0'];
  expect(versionsIn(await index())).toEqual(expected);
  expect(await (await ask('api/charts/demo')).json()).toMatchObject(expected.map((version) => ({ version })));
  expect(await (await ask('api/charts')).json()).toEqual((await index()).entries);
  expect(await (await ask('api/charts/demo/1.9.0')).json()).toMatchObject({ version: '1.9.0', name: 'demo' });
});

test('T-HLM-6: a version with build metadata has one URL, in both spellings', async () => {
  const { publish, index, ask } = await openWire();
  await publish({ version: '1.0.0+build.1' });
  expect((await index()).entries['demo']).toMatchObject([{ urls: ['charts/demo/demo-1.0.0%2Bbuild.1.tgz'] }]);
  for (const plus of ['+', '%2B', '%2b'])
    expect((await ask(`charts/demo/demo-1.0.0${plus}build.1.tgz`)).status).toBe(200);
  expect((await ask('api/charts/demo/1.0.0+build.1')).status).toBe(200);
});

test('T-HLM-7: a provenance belongs to the version in its content, before and after its chart', async () => {
  const { ask, index, slug } = await openWire();
  const chart = await buildChart();
  const prov = buildProvenance(chart);
  const signed = async (): Promise<string> => (await ask('charts/demo/demo-1.0.0.tgz.prov')).text();
  expect((await pushForm(server(), slug, { prov }, `acme/${slug}/helm/api/prov`)).status).toBe(201);
  expect((await index()).entries).toEqual({});
  expect(await signed()).toBe(Buffer.from(prov).toString());
  expect((await pushForm(server(), slug, { chart })).status).toBe(201);
  expect(versionsIn(await index())).toEqual(['1.0.0']);
  const later = Buffer.from(Buffer.from(prov).toString().replace('AAAA', 'BBBB'));
  const raw = { method: 'POST', body: later, headers: { 'Content-Type': 'application/octet-stream' } };
  expect((await ask('api/prov', raw)).status).toBe(201);
  expect(await signed()).toContain('BBBB');
});

test('T-HLM-7: a provenance and a chart that disagree are rejected, in either order', async () => {
  const { ask, index, slug } = await openWire();
  const [chart, other] = [await buildChart(), await buildChart({ fields: { description: 'other' } })];
  const [digest, otherDigest] = [chart, other].map((bytes) => digestsOf(bytes).sha256);
  const post = (files: ChartFiles): Promise<Response> => pushForm(server(), slug, files);
  expect((await post({ prov: buildProvenance(other) })).status).toBe(201);
  const early = await post({ chart });
  const reason = `has the file "demo-1.0.0.tgz" with the SHA-256 ${digest}, but "demo-1.0.0.tgz.prov" is about ${otherDigest}.`;
  const remedies = [
    'Publish that file, or first another "demo-1.0.0.tgz.prov".',
    'Publish the "demo-1.0.0.tgz.prov" of this file.',
  ];
  const failure = (remedy?: string) => ({ error: `demo 1.0.0 in registry "${slug}" ${reason} ${remedy}` });
  expect([early.status, await early.json()]).toEqual([422, failure(remedies[0])]);
  expect((await index()).entries).toEqual({});
  expect((await post({ prov: buildProvenance(chart) })).status).toBe(201);
  expect((await post({ chart })).status).toBe(201);
  const late = await post({ prov: buildProvenance(other) });
  expect([late.status, await late.json()]).toEqual([422, failure(remedies[1])]);
  const stored = await ask('charts/demo/demo-1.0.0.tgz.prov');
  expect(await stored.text()).toBe(Buffer.from(buildProvenance(chart)).toString());
});

test('T-HLM-9: name and version are those of Chart.yaml', async () => {
  const { ask, index } = await openWire();
  const body = await buildChart({ name: 'pear', version: '2.0.0' });
  const reply = await ask('api/charts', { method: 'POST', body, headers: { 'Content-Type': 'application/gzip' } });
  expect([reply.status, await reply.json()]).toEqual([201, { saved: true }]);
  expect(versionsIn(await index(), 'pear')).toEqual(['2.0.0']);
  expect((await ask('charts/pear/pear-2.0.0.tgz')).status).toBe(200);
});

test('T-HLM-10: a deleted version is neither in the index nor found, and the status line has the remedy', async () => {
  const { publish, ask, index } = await openWire();
  await publish({ version: '1.0.0' });
  await publish({ version: '2.0.0' });
  const reply = await ask('api/charts/demo/1.0.0', { method: 'DELETE' });
  expect([reply.status, await reply.json()]).toEqual([200, { deleted: true }]);
  expect(versionsIn(await index())).toEqual(['2.0.0']);
  const gone = await ask('charts/demo/demo-1.0.0.tgz');
  const remedy = 'No file "demo-1.0.0.tgz" found. It was removed, or never published. Run "helm repo update".';
  expect([gone.status, gone.statusText, await gone.json()]).toEqual([404, remedy, { error: remedy }]);
  expect((await ask('api/charts/demo/1.0.0', { method: 'DELETE' })).status).toBe(404);
});

test('a published version does not change, also with force', async () => {
  const { publish, slug } = await openWire();
  await publish({ version: '1.0.0' });
  const other = await buildChart({ fields: { description: 'other' } });
  const reply = await pushForm(server(), slug, { chart: other }, `api/acme/${slug}/helm/charts?force`);
  expect([reply.status, await reply.json()]).toEqual([409, { error: expect.stringContaining('already exists') }]);
  const [same, prov] = [await buildChart(), buildProvenance(await buildChart())];
  expect((await pushForm(server(), slug, { chart: same })).status).toBe(409);
  expect((await pushForm(server(), slug, { chart: same, prov })).status).toBe(201);
});

test('a form may have a text with the name of a property of the server', async () => {
  const { slug } = await openWire();
  const body = new FormData();
  body.set('staged', 'x');
  body.set('fileName', 'x');
  body.set('chart', new Blob([await buildChart()]), 'demo.tgz');
  const init = { method: 'POST', body, headers: server().authorized };
  expect((await server().native(`api/acme/${slug}/helm/charts`, init)).status).toBe(201);
});

test('T-HLM-8: the index is compressed for clients that accept gzip, and has an ETag for each coding', async () => {
  const { publish, ask } = await openWire();
  for (const version of ['1.0.0', '1.1.0']) await publish({ version });
  const plain = await ask('index.yaml', { headers: { 'Accept-Encoding': 'identity' } });
  const etag = plain.headers.get('ETag') ?? '';
  expect([plain.headers.get('Content-Encoding'), plain.headers.get('Vary')]).toEqual([null, 'Accept-Encoding']);
  const compressed = await ask('index.yaml', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(compressed.headers.get('Content-Encoding')).toBe('gzip');
  expect(compressed.headers.get('ETag')).not.toBe(etag);
  expect(await compressed.text()).toBe(await plain.text());
  for (const coding of ['identity', 'gzip']) {
    const tag = (coding === 'gzip' ? compressed : plain).headers.get('ETag') ?? '';
    const headers = { 'Accept-Encoding': coding, 'If-None-Match': tag };
    expect((await ask('index.yaml', { headers })).status).toBe(304);
  }
  const part = await ask('index.yaml', { headers: { 'Accept-Encoding': 'gzip', Range: 'bytes=0-1' } });
  expect([part.status, part.headers.get('Content-Encoding')]).toEqual([206, 'gzip']);
});

test('an empty registry has an empty index, and is healthy', async () => {
  const { ask, index } = await openWire();
  expect(await index()).toMatchObject({ apiVersion: 'v1', entries: {} });
  expect(await (await ask('api/charts')).json()).toEqual({});
  expect(await (await ask('health')).json()).toEqual({ healthy: true });
});
