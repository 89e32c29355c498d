/** T-PY-10: attestations of an upload are checked, kept and served (PEP 740). */
import { describe, expect, test } from 'vitest';
import {
  PUBLISH,
  SLSA,
  base64,
  buildAttestation,
  statementAbout,
  type AttestationRecipe,
} from '../../fixtures/attestation.ts';
import { buildSdist, buildWheel, wheelName } from '../../fixtures/python-package.ts';
import { useServer } from '../../native/watched-server.ts';
import { openWire } from './python-wire.ts';

const server = useServer();

const wheel = { name: wheelName('demo', '1.0.0'), bytes: buildWheel() };
const attested = (...recipes: readonly AttestationRecipe[]): { readonly attestations: string } => ({
  attestations: JSON.stringify(recipes.map((recipe) => buildAttestation(wheel, recipe))),
});

/** Without credentials, because registries of `openWire` are public. */
async function getJson(url: string): Promise<unknown> {
  const reply = await fetch(url);
  expect([reply.status, reply.headers.get('Content-Type')]).toEqual([200, 'application/vnd.pypi.integrity.v1+json']);
  return reply.json();
}

describe('T-PY-10: attestations', () => {
  test('are served as a provenance object, at the URL in the JSON page and in the HTML page', async () => {
    const { slug, upload, page } = await openWire(server());
    const slsa = { statement: { predicateType: SLSA, predicate: { buildDefinition: {} } } };
    expect((await upload(wheel, attested({}, slsa))).status).toBe(200);
    const url = `${server().url}/acme/${slug}/pypi/integrity/demo/1.0.0/${wheel.name}/provenance`;
    expect((await page()).files).toMatchObject([{ filename: wheel.name, provenance: url }]);
    const html = await (await server().native(`acme/${slug}/pypi/simple/demo/`)).text();
    expect(html).toContain(` data-provenance="${url}"`);
    const claims = { id: expect.stringMatching(/^[0-9a-f-]{36}$/) };
    const attestations = [buildAttestation(wheel), buildAttestation(wheel, slsa)];
    expect(await getJson(url)).toEqual({
      version: 1,
      attestation_bundles: [{ publisher: { kind: 'Token', claims }, attestations }],
    });
  });

  test('are found by any spelling of project and version', async () => {
    const { slug, upload } = await openWire(server());
    await upload(wheel, attested({}));
    await getJson(`${server().url}/acme/${slug}/pypi/integrity/DEMO/v1.0/${wheel.name}/provenance`);
  });

  test('of a source distribution are served, too', async () => {
    const { upload, page } = await openWire(server());
    const sdist = { name: 'demo-1.0.0.tar.gz', bytes: await buildSdist() };
    await upload(sdist, { attestations: JSON.stringify([buildAttestation(sdist)]) });
    const [file] = (await page()).files;
    expect(await getJson(file?.provenance ?? '')).toMatchObject({ attestation_bundles: [{ attestations: [{}] }] });
  });

  test.each([{}, { attestations: '' }, { attestations: '[]' }])('may be missing: %j', async (texts) => {
    const { slug, upload, page } = await openWire(server());
    expect((await upload(wheel, texts)).status).toBe(200);
    const [file] = (await page()).files;
    expect(file).not.toHaveProperty('provenance');
    const missing = await server().native(`acme/${slug}/pypi/integrity/demo/1.0.0/${wheel.name}/provenance`);
    expect(missing.status).toBe(404);
  });

  test('of a file that exists are ignored', async () => {
    const { upload, page } = await openWire(server());
    await upload(wheel);
    expect((await upload(wheel, attested({}))).status).toBe(200);
    expect((await page()).files[0]).not.toHaveProperty('provenance');
  });

  test('of a withdrawn file are gone', async () => {
    const { slug, upload } = await openWire(server());
    await upload(wheel, attested({}));
    const at = server().in(slug, 'packages');
    const { items } = (await (await server().ask(at)).json()) as { items: { id: string }[] };
    await server().ask(`${at}/${items[0]?.id}/withdraw`, { method: 'POST' });
    const url = `acme/${slug}/pypi/integrity/demo/1.0.0/${wheel.name}/provenance`;
    expect((await server().native(url)).status).toBe(404);
  });

  test('go with a copy, and stay those of the first publisher', async () => {
    const [from, to] = [await openWire(server()), await openWire(server())];
    await from.upload(wheel, attested({}));
    const at = server().in(from.slug, 'packages');
    const { items } = (await (await server().ask(at)).json()) as { items: { id: string }[] };
    const copied = await server().ask(`${at}/${items[0]?.id}/copy?to=${to.slug}`, { method: 'POST' });
    expect(copied.status).toBe(200);
    const [[original], [copy]] = [(await from.page()).files, (await to.page()).files];
    expect(copy?.provenance).toBe(original?.provenance?.replace(`/${from.slug}/`, `/${to.slug}/`));
    expect(await getJson(copy?.provenance ?? '')).toEqual(await getJson(original?.provenance ?? ''));
  });

  test('may have lines of base64, and another spelling of the name', async () => {
    const { upload } = await openWire(server());
    const statement = { subject: [{ ...subject(), name: 'Demo-1.0-py3-none-any.whl' }] };
    const lines = base64(JSON.stringify({ ...statementAbout(wheel), ...statement })).replaceAll(/.{76}/g, '$&\n');
    expect((await upload(wheel, attested({ envelope: { statement: lines } }))).status).toBe(200);
  });
});

interface Subject {
  readonly digest: { readonly sha256: string };
}

function subject(): Subject {
  const { subject: subjects } = statementAbout(wheel) as { readonly subject: readonly [Subject] };
  return subjects[0];
}

const other = { name: wheelName('demo', '2.0.0'), bytes: buildWheel({ version: '2.0.0' }) };
const hugeStatement = base64('{"_type":"https://in-toto.io/Statement/v1","predicate":-1e400}');
const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as unknown;

describe('T-PY-10: attestations are rejected, and nothing is stored, if', () => {
  test.each<[string, string | AttestationRecipe, string]>([
    ['they are not JSON', '[{', 'are not a JSON list of objects'],
    ['they are not a list', '{}', 'are not a JSON list of objects'],
    ['one is not an object', '[null]', 'are not a JSON list of objects'],
    ['they are too many', JSON.stringify(Array.from({ length: 11 }, () => ({}))), 'are 11; the maximum is 10'],
    ['one has another version', { attestation: { version: 2 } }, 'not of version 1'],
    [
      'one has no material',
      { attestation: { verification_material: [] } },
      'without the object "verification_material"',
    ],
    ['one has no envelope', { attestation: { envelope: null } }, 'without the object "envelope"'],
    ['a certificate is not base64', { material: { certificate: '?' } }, 'without "certificate" in base64'],
    ['a certificate is text', { material: { certificate: base64('PEM') } }, 'not a DER-encoded X.509 certificate'],
    ['there is no log entry', { material: { transparency_entries: [] } }, '"transparency_entries"'],
    ['a log entry is a text', { material: { transparency_entries: ['x'] } }, '"transparency_entries"'],
    ['a signature is missing', { envelope: { signature: '' } }, 'without "signature" in base64'],
    ['a signature is cut', { envelope: { signature: 'YW' } }, 'without "signature" in base64'],
    ['a statement is not JSON', { envelope: { statement: base64('{') } }, 'statement that is not a JSON object'],
    ['a statement is not UTF-8', { envelope: { statement: 'eyJhIjoi/yJ9' } }, 'statement that is not a JSON object'],
    ['a statement has a number too large', { envelope: { statement: hugeStatement } }, 'a number that is too large'],
    ['a statement is older', { statement: { _type: 'https://in-toto.io/Statement/v0.1' } }, 'with the "_type"'],
    ['a statement has no subject', { statement: { subject: [] } }, 'without exactly one subject'],
    ['a statement has two subjects', { statement: { subject: [subject(), subject()] } }, 'without exactly one subject'],
    ['a subject is null', { statement: { subject: [null] } }, 'are about ""'],
    ['a subject has no name', { statement: { subject: [{ ...subject(), name: 7 }] } }, 'are about something else'],
    ['a subject is another file', { statement: statementAbout(other) }, 'are about "demo-2.0.0-py3-none-any.whl"'],
    [
      'a subject is of another kind',
      { statement: { subject: [{ ...subject(), name: 'demo-1.0.0.tar.gz' }] } },
      'are about',
    ],
    [
      'a digest is another',
      { statement: { subject: [{ name: wheel.name, digest: { sha256: '0'.repeat(64) } }] } },
      'are about a file with the SHA-256 "000',
    ],
    ['there is no digest', { statement: { subject: [{ name: wheel.name }] } }, 'are about a file with no SHA-256'],
    ['a predicate has no type', { statement: { predicateType: '' } }, '"predicateType" is not a URI'],
    [
      'a publish predicate has content',
      { statement: { predicate: { a: 1 } } },
      `of the type "${PUBLISH}" with content`,
    ],
    ['they are nested too deep', { material: { transparency_entries: [{ deep }] } }, 'more than 32 levels deep'],
    ['a number is too large', '[{"version":1e999}]', 'a number that is too large'],
    ['a text has half a character', String.raw`[{"version":"\ud800"}]`, 'an incomplete surrogate pair'],
    ['a name has half a character', String.raw`[{"\udc00":1}]`, 'an incomplete surrogate pair'],
  ])('%s', async (_, wrong, reason) => {
    const { slug, upload } = await openWire(server());
    const reply = await upload(wheel, typeof wrong === 'string' ? { attestations: wrong } : attested(wrong));
    expect([reply.status, reply.statusText]).toEqual([422, expect.stringContaining('The attestations ')]);
    expect(await reply.text()).toContain(JSON.stringify(reason).slice(1, -1));
    expect((await server().native(`acme/${slug}/pypi/simple/demo/`)).status).toBe(404);
  });

  test('two have one type', async () => {
    const { upload } = await openWire(server());
    const reply = await upload(wheel, attested({}, {}));
    expect([reply.status, reply.statusText]).toEqual([422, expect.stringContaining('have two of the type')]);
  });

  test('they are too long', async () => {
    const { upload } = await openWire(server());
    expect((await upload(wheel, { attestations: `[${' '.repeat(131_072)}]` })).status).toBe(400);
  });
});
