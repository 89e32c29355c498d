/** Publishing and reading by npm's protocol. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildTarball, publishBody } from '../../fixtures/npm-package.ts';
import { useServer } from '../../native/watched-server.ts';
import { provenanceOf } from '../../examples/npm-provenance.ts';
import { openWire, type Json } from './npm-wire.ts';

const server = useServer();
const ABBREVIATED = 'application/vnd.npm.install-v1+json';

test('T-NPM-2: a failed publish over an existing version changes nothing', async () => {
  const { ask, publish } = await openWire(server());
  await publish({});
  const before = [await ask('GET', 'demo'), await ask('GET', 'demo/-/demo-1.0.0.tgz')];
  const again = await publish({ fields: { description: 'other bytes' } });
  expect([again.status, again.body.error]).toEqual([409, expect.stringContaining('Publish another version')]);
  expect((await publish({})).status).toBe(409);
  const after = [await ask('GET', 'demo'), await ask('GET', 'demo/-/demo-1.0.0.tgz')];
  expect(after.map(({ body }) => body as unknown)).toEqual(before.map(({ body }) => body as unknown));
});

test('T-NPM-4: another tag than latest leaves latest where it is, and the first publish sets it', async () => {
  const { publish, packument } = await openWire(server());
  await publish({ version: '1.0.0' }, 'beta');
  expect((await packument())['dist-tags']).toEqual({ latest: '1.0.0', beta: '1.0.0' });
  await publish({ version: '2.0.0-rc.1' }, 'next');
  expect((await packument())['dist-tags']).toEqual({ latest: '1.0.0', beta: '1.0.0', next: '2.0.0-rc.1' });
  await publish({ version: '1.1.0' });
  expect((await packument())['dist-tags'].latest).toBe('1.1.0');
});

test('T-NPM-5: concurrent publishes are all in the packument', async () => {
  const { publish, packument } = await openWire(server());
  const versions = ['1.0.0', '1.0.1', '1.0.2', '1.0.3'];
  await Promise.all(versions.map((version) => publish({ version })));
  expect(Object.keys((await packument()).versions).toSorted()).toEqual(versions);
});

test('T-NPM-6: a client with the current packument gets 304, also behind a proxy that weakens the ETag', async () => {
  const { ask, publish } = await openWire(server());
  await publish({});
  for (const Accept of ['application/json', `${ABBREVIATED}; q=1.0, application/json; q=0.8, */*`]) {
    const { headers } = await ask('GET', 'demo', { headers: { Accept } });
    const etag = headers.get('ETag') ?? '';
    for (const seen of [etag, `W/${etag}`])
      expect((await ask('GET', 'demo', { headers: { Accept, 'If-None-Match': seen } })).status).toBe(304);
    await publish({ version: `1.1.${etag.length}` });
  }
});

test('T-NPM-7: no failure makes npm request a one-time password', async () => {
  const { ask } = await openWire(server(), { isPublic: false });
  const { status, headers } = await ask('GET', 'demo', { token: undefined });
  expect([status, headers.get('WWW-Authenticate')]).toEqual([401, expect.not.stringMatching(/otp|ipaddress/i)]);
});

test('T-NPM-10: bytes that are not those of the manifest are rejected, and nothing is stored', async () => {
  const { ask } = await openWire(server());
  const tarball = await buildTarball();
  const { _attachments: attachments, ...body } = publishBody({}, tarball);
  const [attachment] = Object.values(attachments);
  const other = Buffer.from(await buildTarball({ fields: { x: 1 } })).toString('base64');
  for (const [changed, status] of [
    [{ ...attachment, length: 3 }, 422],
    [{ ...attachment, data: other, length: undefined }, 422],
    [{ ...attachment, data: '%%%' }, 400],
  ] as const) {
    const reply = await ask('PUT', 'demo', { body: { ...body, _attachments: { 'demo-1.0.0.tgz': changed } } });
    expect([reply.status, reply.body.error]).toEqual([status, expect.any(String)]);
  }
  expect((await ask('GET', 'demo')).status).toBe(404);
});

test.each<[string, (body: ReturnType<typeof publishBody>) => object, string]>([
  ['of another package', (body) => ({ ...body, name: 'other' }), 'body is of the package "other"'],
  ['without a tarball', (body) => ({ ...body, _attachments: { 'x.sigstore': { data: '{}' } } }), 'must have a tarball'],
])('rejects a publication %s', async (_, change, reason) => {
  const { ask } = await openWire(server());
  const { status, body } = await ask('PUT', 'demo', { body: change(publishBody({}, await buildTarball())) });
  expect([status, body.error]).toEqual([422, expect.stringContaining(reason)]);
});

test('T-NPM-12: a private registry requests credentials for everything', async () => {
  const { ask, publish } = await openWire(server(), { isPublic: false });
  await publish({});
  for (const path of ['demo', 'missing', 'demo/latest', 'demo/-/demo-1.0.0.tgz', '-/npm/v1/keys'])
    expect((await ask('GET', path, { token: undefined })).status, path).toBe(401);
});

test('T-NPM-13: a version is found with and without its build metadata', async () => {
  const { ask, publish, packument } = await openWire(server());
  await publish({ version: '1.0.0+build.7' });
  const [first, second] = [
    await ask('GET', 'demo/-/demo-1.0.0.tgz'),
    await ask('GET', 'demo/-/demo-1.0.0+build.7.tgz'),
  ];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect((await ask('GET', 'demo/1.0.0')).body.version).toBe('1.0.0+build.7');
  expect((await publish({ version: '1.0.0+build.8' })).status).toBe(409);
  expect(Object.keys((await packument()).versions)).toEqual(['1.0.0+build.7']);
});

describe.each(['demo', '@acme/demo'])('%s', (name) => {
  const encoded = name.replace('/', '%2f');

  test('T-NPM-14: the URL of a tarball has the path of the registry, and all spellings of the name are one', async () => {
    const { ask, publish, slug } = await openWire(server());
    expect((await publish({ name })).body).toEqual({ ok: true, id: name, rev: expect.stringMatching(/^\d+$/) });
    const { tarball } = (await ask('GET', encoded)).body.versions['1.0.0'].dist;
    expect(tarball).toBe(`${server().url}/acme/${slug}/npm/${name}/-/demo-1.0.0.tgz`);
    for (const spelling of [name, encoded, encoded.toUpperCase().replace('ACME', 'acme').replace('DEMO', 'demo')]) {
      expect((await ask('GET', spelling)).status).toBe(200);
      expect((await ask('GET', `${spelling}/latest`)).body.version).toBe('1.0.0');
      expect((await ask('GET', `${spelling}/-/demo-1.0.0.tgz`)).status).toBe(200);
    }
  });

  test('every version has a signature that the published key verifies, and keeps it', async () => {
    const { ask, publish } = await openWire(server());
    await publish({ name });
    const signatures: string[] = [];
    for (const version of ['1.1.0', '1.2.0']) {
      await publish({ name, version });
      const [{ keyid, key }] = (await ask('GET', '-/npm/v1/keys')).body.keys;
      const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
      for (const Accept of ['application/json', ABBREVIATED]) {
        const { versions } = (await ask('GET', encoded, { headers: { Accept } })).body;
        for (const [number, { dist }] of Object.entries<Json>(versions)) {
          const [signature] = dist.signatures;
          const text = Buffer.from(`${name}@${number}:${dist.integrity}`);
          expect(signature.keyid).toBe(keyid);
          expect(verify('sha256', text, publicKey, Buffer.from(signature.sig, 'base64'))).toBe(true);
          if (number === '1.0.0') signatures.push(signature.sig);
        }
      }
    }
    expect(new Set(signatures).size).toBe(1);
  });
});

test('a provenance is served as it was sent, and the version links to it', async () => {
  const { ask, packument } = await openWire(server());
  const tarball = await buildTarball();
  const { _attachments: attachments, ...body } = publishBody({}, tarball);
  const data = provenanceOf(tarball);
  const sigstore = { content_type: 'application/vnd.dev.sigstore.bundle.v0.3+json', data, length: data.length };
  const sent = { ...body, _attachments: { ...attachments, 'demo-1.0.0.sigstore': sigstore } };
  expect((await ask('PUT', 'demo', { body: sent })).status).toBe(201);
  const { url, provenance } = (await packument()).versions['1.0.0'].dist.attestations;
  expect(provenance).toEqual({ predicateType: 'https://slsa.dev/provenance/v1' });
  const path = new URL(url).pathname.split('/npm/').slice(1).join('/npm/');
  expect((await ask('GET', path)).body).toEqual({
    attestations: [{ predicateType: 'https://slsa.dev/provenance/v1', bundle: JSON.parse(data) }],
  });
});

test('the manifest and the tarball are read back as they were sent', async () => {
  const { ask, packument } = await openWire(server());
  const fields = { bin: { demo: 'cli.js' }, scripts: { test: 'x' }, unknown: [{ 'a/b': 'é\u2028' }], license: 'MIT' };
  const tarball = await buildTarball({ fields });
  const body = publishBody({ fields }, tarball, { changes: { readme: '# Demo' } });
  await ask('PUT', 'demo', { body });
  const whole = await packument();
  const { dist, ...manifest } = whole.versions['1.0.0'];
  const { dist: sent, readme, ...expected } = body.versions['1.0.0'] as Json;
  expect(manifest).toEqual(expected);
  expect([dist.integrity, dist.shasum, whole.readme]).toEqual([sent.integrity, sent.shasum, readme]);
  const reply = await server().native(new URL(dist.tarball).pathname.slice(1));
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect(`sha512-${createHash('sha512').update(bytes).digest('base64')}`).toBe(sent.integrity);
});
