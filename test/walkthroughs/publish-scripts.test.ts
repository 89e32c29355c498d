/** Scripts that publish with a plain form: the publishing plugin, with attestations, and an older release script. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRegistry, startTestServer, type TestServer } from '../fixtures/server.ts';
import { form, send, type Part, type WireReply } from './wire.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await createRegistry(server, 'Plain', 'files');
});

afterAll(async () => {
  expect(server.violations()).toBe(0);
  await server[Symbol.asyncDispose]();
});

const bytes = Buffer.from('bytes that were built');
const file = (fileName: string): Part => ({ name: 'file', value: bytes, fileName });
const bundle = (value: string): Part => ({ name: 'attestation_bundle', value, fileName: 'bundle.jsonl' });

describe('the plugin', () => {
  test('publishes a file with what attests how it was built, kept beside it', async () => {
    const attested = envelope(bytes);
    const published = await publish([file('attested-1.0.0.txt'), bundle(`${attested}\n`)]);
    const { url, web_url } = published.json<{ url: string; web_url: string }>();
    const files = (await get(`${url}/files`)).json<{ items: { name: string; url: string }[] }>();
    expect(web_url).toMatch(/^http/);
    expect(files.items.map(({ name }) => name)).toEqual(['attested-1.0.0.txt', 'attested-1.0.0.txt.intoto.jsonl']);
    expect((await get(files.items[1]?.url ?? '')).text).toBe(`${attested}\n`);
  });

  test('sends one bundle with each file of a build, and each stores its own statements', async () => {
    const others = ['one', 'two'].map((text) => Buffer.from(text));
    const own = envelope(bytes);
    const shared = envelope(bytes, {
      payload: payloadAbout(...others, bytes),
    });
    const lines = [...others.map((other) => envelope(other)), own, '', envelope(Buffer.from('three')), shared];
    const published = await publish([file('several-1.0.0.txt'), bundle(lines.join('\r\n'))]);
    expect(published.status).toBe(200);
    const { url } = published.json<{ url: string }>();
    const { items } = (await get(`${url}/files`)).json<{ items: { url: string; digests: { sha256: string } }[] }>();
    const kept = `${own}\n${shared}\n`;
    expect((await get(items[1]?.url ?? '')).text).toBe(kept);
    expect(items[1]?.digests.sha256).toBe(sha256(Buffer.from(kept)));
  });

  test('gets the digests in a bundle that is about other files', async () => {
    const others = Array.from({ length: 12 }, (_, index) => Buffer.from(`other ${index}`));
    const about = async (...lines: readonly string[]): Promise<string> => {
      const reply = await publish([file('other-1.0.0.txt'), bundle(lines.join('\n'))]);
      expect(reply.status).toBe(422);
      return reply.json<{ detail: string }>().detail;
    };
    const first = others.slice(0, 2).map((other) => envelope(other));
    expect(await about(...first)).toBe(
      `attestation_bundle: has no statement about this file, whose SHA-256 is ${sha256(bytes)}; ` +
        `its statements are about the SHA-256 ${others.slice(0, 2).map(sha256).join(', ')}.`,
    );
    expect(await about(...others.map((other) => envelope(other)))).toMatch(/ and 2 more\.$/);
    const odd = { subject: [null, 1, {}, { digest: null }, { digest: { sha256: 'x' } }, { digest: { sha1: 'x' } }] };
    const payload = Buffer.from(JSON.stringify(odd)).toString('base64');
    expect(await about(envelope(bytes, { payload }))).toMatch(/about no SHA-256\.$/);
  });

  test('gives the package the digests of its file, not of its attestations', async () => {
    const published = await publish([bundle(envelope(bytes)), file('digested-1.0.0.txt')]);
    expect(published.json()).toMatchObject({ digests: { sha256: sha256(bytes) } });
  });

  test('gets a failure if the name of the attestations would be too long', async () => {
    const long = `${'a'.repeat(245)}-1.0.0.txt`;
    const reply = await publish([file(long), bundle(envelope(bytes))]);
    expect([reply.status, reply.json()]).toMatchObject([422, { type: 'urn:larder:problem:unacceptable-file' }]);
  });

  const rejected: readonly (readonly [title: string, value: string])[] = [
    ['that is empty', ''],
    ['of blank lines', '\n\n'],
    ['that is no JSON', 'yes, we built it'],
    ['that is no envelope', '{"payload":"e30="}'],
    ['without a signature', envelope(bytes, { signatures: [] })],
    ['whose payload is no statement', envelope(bytes, { payload: Buffer.from('{}').toString('base64') })],
    ['about another file', envelope(Buffer.from('other bytes'))],
    ['with one bad line', `${envelope(bytes)}\n{}\n`],
    ['that is too large', `${envelope(bytes)}\n`.repeat(4000)],
  ];

  test.each(rejected)('gets a failure for a bundle %s', async (_, value) => {
    const reply = await publish([file('refused-1.0.0.txt'), bundle(value)]);
    expect([reply.status, reply.json()]).toMatchObject([422, { type: 'urn:larder:problem:unusable-attestation' }]);
    expect((await get(`${server.url}${server.in('plain', 'packages')}?name=refused`)).json()).toMatchObject({
      items: [],
    });
  });
});

test('an older script names the parts after the predecessor', async () => {
  const published = await publish([
    { name: 'package[distro_version_id]', value: 'alpine/v3' },
    { name: 'package[package_file]', value: bytes, fileName: 'older-1.0.0.txt' },
  ]);
  expect([published.status, published.json()]).toMatchObject([200, { name: 'older', version: '1.0.0' }]);
});

test('unknown parts are ignored', async () => {
  const published = await publish([
    { name: 'colour', value: 'red' },
    file('extra-1.0.0.txt'),
    { name: 'icon', value: 'x', fileName: 'icon.png' },
  ]);
  expect(published.status).toBe(200);
});

function publish(parts: readonly Part[]): Promise<WireReply> {
  const { type, body } = form(parts);
  const headers = { Authorization: `Bearer ${server.token}`, 'Content-Type': type, Accept: '*/*' };
  return send({ method: 'POST', url: server.url + server.in('plain', 'packages'), headers, body });
}

function get(url: string): Promise<WireReply> {
  return send({ method: 'GET', url, headers: { Authorization: `Bearer ${server.token}` } });
}

/** A DSSE envelope on one line, around an in-toto statement about these bytes. */
function envelope(about: Uint8Array, changes: object = {}): string {
  return JSON.stringify({
    payloadType: 'application/vnd.in-toto+json',
    payload: payloadAbout(about),
    signatures: [{ sig: 'c2lnbmVk' }],
    ...changes,
  });
}

function payloadAbout(...files: readonly Uint8Array[]): string {
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: files.map((one) => ({ name: 'file', digest: { sha256: sha256(one) } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {},
  };
  return Buffer.from(JSON.stringify(statement)).toString('base64');
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
