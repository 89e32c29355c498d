/** The other parts of the form with which a package is published, and the names of files. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLarderClient, unwrap, type LarderClient } from '../../src/client/index.ts';
import { buildDeb } from '../fixtures/deb-package.ts';
import { buildWheel } from '../fixtures/python-package.ts';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { formIn, problem, startScripted } from './scripted-server.ts';

const filesPath = '/v2/packages/organizations/{organization}/registries/{registry}/packages/{package}/files';
const oddNames = [
  'quo"te.deb',
  'umläut.deb',
  'semi;colon.deb',
  'per%22cent.deb',
  "apo'strophe.deb",
  'a = b.deb',
  '日本.deb',
];

let server: TestServer;
let larder: LarderClient;
beforeAll(async () => {
  server = await startTestServer();
  larder = createLarderClient({ baseUrl: server.url, token: server.token });
  await createRegistry(server, 'wheels', 'python');
  await createRegistry(server, 'debs', 'debian');
});
afterAll(() => server[Symbol.asyncDispose]());

describe.each(['publish', 'publishPresigned'] as const)('%s', (way) => {
  it('sends attestations along', async () => {
    const built = Uint8Array.from(buildWheel({ name: `signed-${way}`, version: '1.0' }));
    const wheel = new Blob([built]);
    const payload = btoa(JSON.stringify(statementAbout(built)));
    const envelope = { payloadType: 'application/vnd.in-toto+json', payload, signatures: [{ sig: 'c2ln' }] };
    const wheels = { organization: 'acme', registry: 'wheels' };
    const name = `signed_${way.toLowerCase()}-1.0-py3-none-any.whl`;
    const attestations = new Blob([JSON.stringify(envelope)]);
    const { id } = unwrap(await larder[way](wheels, { blob: wheel, name }, { attestations }));
    const files = unwrap(await larder.GET(filesPath, { params: { path: { ...wheels, package: id } } }));
    expect(files.items.map((file) => file.size)).toEqual([wheel.size, attestations.size]);
  });

  it.each(oddNames)('keeps the name %s', async (name) => {
    const debs = { organization: 'acme', registry: 'debs' };
    const control = { Package: `p${oddNames.indexOf(name)}${way.toLowerCase()}` };
    const { id } = unwrap(
      await larder[way](debs, { blob: new Blob([Uint8Array.from(await buildDeb({ control }))]), name }),
    );
    const files = unwrap(await larder.GET(filesPath, { params: { path: { ...debs, package: id } } }));
    expect(files.items.map((file) => file.name)).toEqual([name]);
  });
});

describe('a presigned form that leads elsewhere', () => {
  const data = { key: 'some/${filename}', policy: 'cG9saWN5', signature: 'ab'.repeat(32) };

  it('is sent as it was given, the file last, without the token', async () => {
    const elsewhere = await startScripted([{ status: 204 }]);
    const form = { method: 'POST', url: `${elsewhere.url}/bucket`, file_input: 'file', data };
    const { larder: scripted, asked } = await startScripted([
      { status: 200, body: { uri: form.url, form } },
      problem(422),
    ]);
    const at = { organization: 'acme', registry: 'shelf' };
    await scripted.publishPresigned(at, { blob: new Blob(['x']), name: 'a b.txt' });

    const [stored] = elsewhere.asked;
    expect([stored?.method, stored?.url, stored?.headers.authorization]).toEqual(['POST', '/bucket', undefined]);
    expect([...(await formIn(stored))]).toEqual([
      ['key', 'some/a b.txt'],
      ['policy', data.policy],
      ['signature', data.signature],
      ['file', expect.objectContaining({ name: 'a b.txt', size: 1 })],
    ]);
    expect([...(await formIn(asked[1]))]).toEqual([['package_url', `${form.url}/some/a%20b.txt`]]);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', 'Bearer secret']);
  });

  it('has its file last by POST too', async () => {
    const { larder: scripted, asked } = await startScripted([{ status: 204 }]);
    const body = { file: new File(['x'], 'a.txt'), ...data };
    await scripted.POST('/uploads/{upload}', { params: { path: { upload: 'id' } }, body });
    expect([...(await formIn(asked[0])).keys()]).toEqual(['key', 'policy', 'signature', 'file']);
  });
});

/** The content of valid attestations: they are about these bytes. */
function statementAbout(built: Uint8Array): object {
  const subject = [{ name: 'signed', digest: { sha256: createHash('sha256').update(built).digest('hex') } }];
  return { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: 'https://slsa.dev/provenance/v1' };
}
